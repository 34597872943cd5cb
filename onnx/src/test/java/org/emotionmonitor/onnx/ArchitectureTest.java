package org.emotionmonitor.onnx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What this module may use, said as a list: no Kafka, no Vert.x, no DL4J, nothing new unseen. */
@AnalyzeClasses(
    packages = "org.emotionmonitor.onnx",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule shouldUseOnlyCoreAndOnnxWhenServingOrExporting =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.emotionmonitor.core..",
              "org.emotionmonitor.onnx..",
              "ai.onnxruntime..",
              "ai.onnx.proto..",
              "com.google.protobuf..");

  @ArchTest
  static final ArchRule shouldNotNeedTheExportWhenServing =
      noClasses()
          .that()
          .resideInAPackage("org.emotionmonitor.onnx")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..export..");

  @ArchTest
  static final ArchRule shouldNotNeedTheRuntimeWhenExporting =
      noClasses()
          .that()
          .resideInAPackage("..export..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");
}
