package org.emotionmonitor.trainer.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.experiment.Choice;
import org.emotionmonitor.trainer.experiment.CrossValidation;
import org.emotionmonitor.trainer.experiment.CrossValidationReport;
import org.emotionmonitor.trainer.model.Family;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Speaker-independent cross-validation. */
@Command(
    name = "cross-validate",
    description =
        "Tests a model on each fold of the manifest's column fold, trained on the others; started"
            + " again, it goes on where it was.",
    mixinStandardHelpOptions = true)
final class CrossValidateCommand implements Callable<Integer> {

  @Mixin private CorpusOptions corpus;
  @Mixin private TrainingOptions training;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "For the results.")
  private Path out;

  @Option(
      names = "--model",
      defaultValue = "bilstm-att",
      paramLabel = "MODEL",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Family family;

  @Option(
      names = "--choose",
      defaultValue = "last",
      paramLabel = "HOW",
      description =
          "The epoch: the last one, trained on all other folds, or the best on the next fold (dev),"
              + " which is then not trained on: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  private Choice choice;

  @Option(
      names = "--folds",
      split = ",",
      paramLabel = "N",
      description = "Only these (default: all of the manifest).")
  private List<Integer> folds;

  @Option(
      names = "--seeds",
      split = ",",
      defaultValue = "1",
      paramLabel = "N",
      description = "A run of each fold per seed (default: ${DEFAULT-VALUE}).")
  private List<Long> seeds;

  @Option(
      names = "--networks",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "Networks whose answers the model averages, with this seed and the next ones for those"
              + " that see the same by --input (default: ${DEFAULT-VALUE}).")
  private int networks;

  @Override
  public Integer call() {
    Manifest manifest = corpus.manifest();
    CrossValidation validation =
        new CrossValidation(
            manifest,
            corpus.cache(training.thresholds()),
            choice,
            seed -> training.settings(family, manifest.labels(), seed, networks),
            out);
    CrossValidationReport report =
        new CrossValidationReport(
            validation.run(folds == null ? manifest.folds() : folds, seeds), manifest.labels());
    report.write(out);
    System.out.print(report.markdown());
    System.out.println("written to " + out);
    return 0;
  }
}
