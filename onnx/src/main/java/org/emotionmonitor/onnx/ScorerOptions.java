package org.emotionmonitor.onnx;

/**
 * How a scorer uses the machine.
 *
 * @param intraOpThreads threads that share the work of one batch, at least 1. One is the best for
 *     throughput: the LSTM's steps are sequential, and a second thread gains nothing on one window.
 */
public record ScorerOptions(int intraOpThreads) {

  /** Checks the number of threads. */
  public ScorerOptions {
    if (intraOpThreads < 1) {
      throw new IllegalArgumentException(
          "intraOpThreads is %d, expected at least 1".formatted(intraOpThreads));
    }
  }

  /** One thread. */
  public static ScorerOptions defaults() {
    return new ScorerOptions(1);
  }

  /** These options with another number of threads. */
  public ScorerOptions withIntraOpThreads(int threads) {
    return new ScorerOptions(threads);
  }
}
