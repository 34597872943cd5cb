package org.emotionmonitor.trainer.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.experiment.Ablation;
import org.emotionmonitor.trainer.experiment.AblationReport;
import org.emotionmonitor.trainer.experiment.Contender;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares systems. */
@Command(
    name = "ablation",
    description =
        "Trains several systems with several seeds under one protocol and compares them; started"
            + " again, it goes on where it was.",
    mixinStandardHelpOptions = true)
final class AblationCommand implements Callable<Integer> {

  @Mixin private CorpusOptions corpus;
  @Mixin private TrainingOptions training;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "For the results.")
  private Path out;

  @Option(
      names = "--systems",
      split = ",",
      paramLabel = "SYSTEM",
      description = "${COMPLETION-CANDIDATES} (default: all).")
  private List<Contender> systems = List.of(Contender.values());

  @Option(
      names = "--seeds",
      split = ",",
      defaultValue = "1,2,3",
      paramLabel = "N",
      description = "A run of each system per seed (default: ${DEFAULT-VALUE}).")
  private List<Long> seeds;

  @Override
  public Integer call() {
    Manifest manifest = corpus.manifest().requireTrainable();
    Ablation ablation =
        new Ablation(
            manifest,
            corpus.cache(training.thresholds()),
            (family, seed) -> training.settings(family, manifest.labels(), seed),
            out);
    AblationReport report = new AblationReport(ablation.run(systems, seeds));
    report.write(out);
    System.out.print(report.markdown());
    System.out.println("written to " + out);
    return 0;
  }
}
