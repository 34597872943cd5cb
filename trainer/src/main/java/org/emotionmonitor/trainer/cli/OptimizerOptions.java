package org.emotionmonitor.trainer.cli;

import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.model.Optimizer;
import picocli.CommandLine.Option;

/** Options of how training goes about it. */
final class OptimizerOptions {

  @Option(
      names = "--epochs",
      defaultValue = "18",
      paramLabel = "N",
      description = "Passes over the training utterances (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--batch",
      defaultValue = "16",
      paramLabel = "N",
      description = "Utterances per step (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--learning-rate",
      defaultValue = "0.001",
      paramLabel = "X",
      description = "Adam's rate at the start of the cosine (default: ${DEFAULT-VALUE}).")
  private double learningRate;

  @Option(
      names = "--last-learning-rate",
      defaultValue = "0.00001",
      paramLabel = "X",
      description = "The rate at its end (default: ${DEFAULT-VALUE}).")
  private double lastLearningRate;

  @Option(
      names = "--l2",
      defaultValue = "0.00001",
      paramLabel = "X",
      description = "Weight decay by the loss (default: ${DEFAULT-VALUE}).")
  private double l2;

  @Option(
      names = "--clip",
      defaultValue = "5",
      paramLabel = "X",
      description = "Largest norm of a layer's gradient (default: ${DEFAULT-VALUE}).")
  private double clip;

  @Option(
      names = "--average",
      defaultValue = "0.99",
      paramLabel = "X",
      description =
          "Share of the averaged weights that a step keeps; 0 averages nothing (default: ${DEFAULT-VALUE}).")
  private double average;

  @Option(
      names = "--patience",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "Stops after so many epochs without a gain on dev; 0 never does (default: ${DEFAULT-VALUE}).")
  private int patience;

  Optimizer optimizer() {
    if (epochs < 1 || batch < 1 || !(learningRate > 0)) {
      throw new TrainerException(
          "--epochs %d, --batch %d, --learning-rate %s: all must be positive"
              .formatted(epochs, batch, learningRate));
    }
    if (!(lastLearningRate >= 0)
        || !(l2 >= 0)
        || !(clip > 0)
        || !(average >= 0 && average < 1)
        || patience < 0) {
      throw new TrainerException(
          "--last-learning-rate %s, --l2 %s, --clip %s, --average %s, --patience %d: clip must be positive, average below 1, none negative"
              .formatted(lastLearningRate, l2, clip, average, patience));
    }
    return new Optimizer(
        epochs, batch, learningRate, lastLearningRate, l2, clip, average, patience);
  }
}
