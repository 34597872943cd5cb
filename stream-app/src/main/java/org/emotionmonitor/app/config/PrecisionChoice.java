package org.emotionmonitor.app.config;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** In which number format the model is to run. */
public enum PrecisionChoice implements Labelled {
  /** Bytes, if this CPU gains enough by them. */
  AUTO,
  /** The model's file as it is. */
  FP32,
  /** Bytes: the model's int8 file, on the CPU. */
  INT8;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
