package org.emotionmonitor.trainer.cli;

import java.util.List;
import java.util.Locale;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.data.InputForm;
import org.emotionmonitor.trainer.model.Architecture;
import org.emotionmonitor.trainer.model.Family;
import org.emotionmonitor.trainer.model.Pooling;
import picocli.CommandLine.Option;

/** Options of the network's shape. */
final class NetworkOptions {

  @Option(
      names = "--hidden",
      defaultValue = "128",
      paramLabel = "N",
      description = "Units per direction and layer (default: ${DEFAULT-VALUE}).")
  private int hidden;

  @Option(
      names = "--layers",
      defaultValue = "2",
      paramLabel = "N",
      description = "LSTM layers (default: ${DEFAULT-VALUE}).")
  private int layers;

  @Option(
      names = "--pooling",
      paramLabel = "POOLING",
      description =
          "${COMPLETION-CANDIDATES}; last-padded reads the padding of a 6 s window like speech"
              + " (default: attention for the models that have it, last for the others).")
  private Pooling pooling;

  @Option(
      names = "--attention-heads",
      defaultValue = "1",
      paramLabel = "N",
      description = "Weightings that attention pools by (default: ${DEFAULT-VALUE}).")
  private int heads;

  @Option(
      names = "--input",
      split = ",",
      defaultValue = "zscore,zscore,standardized",
      paramLabel = "FORM",
      description =
          "${COMPLETION-CANDIDATES}: features by the training set's mean and deviation, less the"
              + " window's own mean, also divided by its deviation, the same but for the level, the"
              + " same by the loud frames alone, or two of these side by side."
              + " A model of several networks takes them in turn, a single network the first"
              + " (default: ${DEFAULT-VALUE}).")
  private List<InputForm> inputs;

  @Option(
      names = "--frames-per-step",
      defaultValue = "4",
      paramLabel = "N",
      description =
          "Frames of 10 ms that are averaged into one step of the first layer"
              + " (default: ${DEFAULT-VALUE}).")
  private int framesPerStep;

  @Option(
      names = "--dropout",
      defaultValue = "0.3",
      paramLabel = "X",
      description =
          "Share dropped between layers and before the heads (default: ${DEFAULT-VALUE}).")
  private double dropout;

  /** What the networks of a model see of a frame, in turn. */
  List<InputForm> inputs() {
    return inputs;
  }

  Architecture of(Family family) {
    if (hidden < 1
        || layers < 1
        || heads < 1
        || framesPerStep < 1
        || !(dropout >= 0 && dropout < 1)) {
      throw new TrainerException(
          String.format(
              Locale.ROOT,
              "--hidden %d, --layers %d, --attention-heads %d, --frames-per-step %d, --dropout %s: the first four must be positive, dropout from 0 to below 1",
              hidden,
              layers,
              heads,
              framesPerStep,
              dropout));
    }
    Pooling usual = Architecture.of(family).pooling();
    return new Architecture(
        family,
        pooling == null ? usual : pooling,
        inputs.get(0),
        framesPerStep,
        layers,
        hidden,
        2 * hidden,
        heads,
        dropout);
  }
}
