package org.emotionmonitor.trainer.cli;

import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.model.Loss;
import picocli.CommandLine.Option;

/** Options of what training minimizes. */
final class LossOptions {

  @Option(
      names = "--loss-weights",
      split = ",",
      defaultValue = "1.0,0.3,0.3",
      paramLabel = "X",
      description = "Of the heads emotion, rate, volume (default: ${DEFAULT-VALUE}).")
  private double[] weights;

  @Option(
      names = "--smoothing",
      defaultValue = "0.05",
      paramLabel = "X",
      description = "Label smoothing (default: ${DEFAULT-VALUE}).")
  private double smoothing;

  @Option(
      names = "--class-weights",
      defaultValue = "0.75",
      paramLabel = "X",
      description =
          "0: every utterance counts alike, 1: every emotion does (default: ${DEFAULT-VALUE}).")
  private double classWeights;

  @Option(
      names = "--focal",
      defaultValue = "0",
      paramLabel = "GAMMA",
      description =
          "Focal loss of the emotion head; 0 is cross entropy (default: ${DEFAULT-VALUE}).")
  private double focal;

  Loss loss() {
    if (weights.length != 3) {
      throw new TrainerException(
          "--loss-weights has %d numbers; it must have three: emotion, rate, volume"
              .formatted(weights.length));
    }
    if (!(smoothing >= 0 && smoothing < 1) || !(classWeights >= 0) || !(focal >= 0)) {
      throw new TrainerException(
          "--smoothing %s, --class-weights %s, --focal %s: none may be below 0, and smoothing must be below 1"
              .formatted(smoothing, classWeights, focal));
    }
    return new Loss(weights[0], weights[1], weights[2], smoothing, classWeights, focal);
  }
}
