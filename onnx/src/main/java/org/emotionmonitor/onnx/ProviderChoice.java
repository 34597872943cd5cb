package org.emotionmonitor.onnx;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** Which provider is asked for. */
public enum ProviderChoice implements Labelled {
  /** A GPU if this build can use one, else the CPU. */
  AUTO,
  CPU,
  CUDA;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
