package org.emotionmonitor.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which. */
@AnalyzeClasses(
    packages = "org.emotionmonitor.app",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String APP = "org.emotionmonitor.app.";

  @ArchTest
  static final ArchRule shouldNotSeeTheTrainer =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.emotionmonitor.trainer..");

  @ArchTest
  static final ArchRule shouldHaveNoCyclesBetweenPackages =
      slices().matching("org.emotionmonitor.app.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule shouldKeepTheWordsFreeOfEverythingElse =
      noClasses()
          .that()
          .resideInAPackage(APP + "domain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              APP + "config..",
              APP + "topology..",
              APP + "scoring..",
              APP + "policy..",
              APP + "metrics..",
              APP + "gateway..",
              APP + "ingest..",
              APP + "broker..",
              APP + "cli..");

  @ArchTest
  static final ArchRule shouldKeepALegFreeOfKafka =
      noClasses()
          .that()
          .resideInAPackage(APP + "topology.leg..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule shouldKeepTheStreamAndTheGatewayApart =
      noClasses()
          .that()
          .resideInAnyPackage(APP + "topology..", APP + "scoring..", APP + "policy..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              APP + "gateway..", APP + "ingest..", APP + "broker..", APP + "cli..", "io.vertx..");

  @ArchTest
  static final ArchRule shouldAskTheModelThroughScoringOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(APP + "scoring..", APP + "cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.onnxruntime..");
}
