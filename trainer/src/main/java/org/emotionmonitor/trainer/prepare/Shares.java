package org.emotionmonitor.trainer.prepare;

import org.emotionmonitor.trainer.TrainerException;

/** Shares of the speakers in train, dev and test; they sum to 1. */
record Shares(double train, double dev, double test) {

  /** Reads numbers such as {@code 70/15/15}, which need not sum to 100. */
  static Shares parse(String text) {
    String[] parts = text.split("/", -1);
    try {
      double train = Double.parseDouble(parts[0]);
      double dev = Double.parseDouble(parts[1]);
      double test = Double.parseDouble(parts[2]);
      double sum = train + dev + test;
      if (parts.length == 3 && train >= 0 && dev >= 0 && test >= 0 && sum > 0 && sum < 1e9) {
        return new Shares(train / sum, dev / sum, test / sum);
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      // Told below.
    }
    throw new TrainerException(
        "--split is \"%s\"; give the shares of train, dev and test, such as 70/15/15"
            .formatted(text));
  }
}
