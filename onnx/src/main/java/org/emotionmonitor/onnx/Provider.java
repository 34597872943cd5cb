package org.emotionmonitor.onnx;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** What runs a model: ONNX Runtime's execution provider. */
public enum Provider implements Labelled {
  CPU,
  /** An NVIDIA GPU, by CUDA 12 and cuDNN 9. */
  CUDA;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
