package org.emotionmonitor.trainer.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.emotionmonitor.trainer.export.Variant;
import org.emotionmonitor.trainer.report.ModelCard;
import org.emotionmonitor.trainer.report.TextFiles;
import org.emotionmonitor.trainer.training.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a run's model card. */
@Command(
    name = "card",
    description =
        "Writes the model card of a run: its numbers of dev, and of test once evaluate --split test"
            + " has been run.",
    mixinStandardHelpOptions = true)
final class CardCommand implements Callable<Integer> {

  @Mixin private ModelOptions model;

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "A run's folder.")
  private Path folder;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The card (default: MODEL_CARD.md in the run's folder).")
  private Path out;

  @Override
  public Integer call() {
    RunFolder run = RunFolder.existing(folder);
    ModelCard card =
        new ModelCard(
            run.settings(),
            run.metrics(),
            Stream.of("dev", "test").map(run::evaluation).flatMap(Optional::stream).toList(),
            List.of(
                TextFiles.readJson(folder.resolve("variants.json"), Variant[].class)
                    .orElse(new Variant[0])));
    Path target = out == null ? folder.resolve("MODEL_CARD.md") : out;
    TextFiles.write(
        target,
        card.markdown(model.name(), model.version(), LocalDate.now(Clock.systemUTC()).toString()));
    System.out.println(target + " written");
    return 0;
  }
}
