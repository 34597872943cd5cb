package org.emotionmonitor.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What this module may use, said as a list: no Kafka, ONNX Runtime, Vert.x or DL4J. */
@AnalyzeClasses(
    packages = "org.emotionmonitor.core",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule shouldUseOnlyThePlatformAndTheAudioLibraries =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.sound.sampled",
              "org.emotionmonitor.core..",
              "be.tarsos.dsp..",
              "org.jflac..");

  @ArchTest
  static final ArchRule shouldHaveDependenciesInOneDirection =
      slices().matching("org.emotionmonitor.core.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule shouldNeedNothingButWordsForTheDomain =
      noClasses()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..audio..", "..features..", "..frontend..", "be.tarsos..");
}
