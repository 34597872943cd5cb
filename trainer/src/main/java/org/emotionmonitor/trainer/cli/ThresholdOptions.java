package org.emotionmonitor.trainer.cli;

import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.Thresholds;
import picocli.CommandLine.Option;

/** Options of where measured rate and level become labels. */
final class ThresholdOptions {

  @Option(
      names = "--rate-thresholds",
      split = ",",
      paramLabel = "X",
      description = "Syllables per second: slow below the first, fast from the second (3.0,6.0).")
  private double[] rate = {Thresholds.DEFAULT.slowBelow(), Thresholds.DEFAULT.fastFrom()};

  @Option(
      names = "--volume-thresholds",
      split = ",",
      paramLabel = "X",
      description =
          "Active speech level in dBov: soft below the first, loud from the second (-32,-20).")
  private double[] volume = {Thresholds.DEFAULT.softBelow(), Thresholds.DEFAULT.loudFrom()};

  Thresholds thresholds() {
    if (rate.length != 2 || volume.length != 2) {
      throw new TrainerException(
          "--rate-thresholds has %d numbers, --volume-thresholds %d; each must have two"
              .formatted(rate.length, volume.length));
    }
    try {
      return new Thresholds(rate[0], rate[1], volume[0], volume[1]);
    } catch (IllegalArgumentException e) {
      throw new TrainerException("--rate-thresholds, --volume-thresholds: " + e.getMessage(), e);
    }
  }
}
