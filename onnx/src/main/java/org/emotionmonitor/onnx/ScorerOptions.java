package org.emotionmonitor.onnx;

import java.util.Objects;

/**
 * How a scorer uses the machine.
 *
 * @param intraOpThreads threads that share the work of one batch on the CPU, at least 1. One is the
 *     best for throughput: the LSTM's steps are sequential, and a second thread gains nothing on
 *     one window.
 * @param provider what is to run the model
 * @param requireGpu whether to refuse, or fail, rather than go on without the GPU
 */
public record ScorerOptions(int intraOpThreads, ProviderChoice provider, boolean requireGpu) {

  /** Checks the number of threads. */
  public ScorerOptions {
    if (intraOpThreads < 1) {
      throw new IllegalArgumentException(
          "intraOpThreads is %d, expected at least 1".formatted(intraOpThreads));
    }
    Objects.requireNonNull(provider, "provider");
    if (requireGpu && provider == ProviderChoice.CPU) {
      throw new IllegalArgumentException("a GPU is required, but the provider is cpu");
    }
  }

  /** On the CPU. */
  public ScorerOptions(int intraOpThreads) {
    this(intraOpThreads, ProviderChoice.CPU, false);
  }

  /** One thread on the CPU. */
  public static ScorerOptions defaults() {
    return new ScorerOptions(1);
  }

  /** These options with another number of threads. */
  public ScorerOptions withIntraOpThreads(int threads) {
    return new ScorerOptions(threads, provider, requireGpu);
  }
}
