package org.emotionmonitor.onnx;

/**
 * Which provider runs a model.
 *
 * @param active runs it now
 * @param fallback whether a CPU does what a GPU should do
 * @param reason why; empty if nothing went wrong
 */
public record ProviderStatus(Provider active, boolean fallback, String reason) {

  /** For people. */
  public String describe() {
    return fallback ? "%s, as a GPU failed: %s".formatted(active.label(), reason) : active.label();
  }
}
