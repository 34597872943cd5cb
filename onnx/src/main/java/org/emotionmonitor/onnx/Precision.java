package org.emotionmonitor.onnx;

import java.nio.file.Path;
import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** Number format of the LSTM layers, which are nearly all of the model. */
public enum Precision implements Labelled {

  /** Standard ONNX in float32: the reference. */
  FP32,

  /**
   * Weights as bytes, with an operator of ONNX Runtime's own: a third of the size, and faster on a
   * CPU. Probabilities differ from the reference by less than 0.01 in general. They also differ by
   * as much with the windows that share the batch, because inputs and states are rounded by the
   * range of the whole batch: score one window at a time where results must be repeatable.
   */
  INT8,

  /**
   * LSTM layers in float16, half the size, for the CUDA provider. ONNX Runtime has no such operator
   * for the CPU: there such a model does not load.
   */
  FP16;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where the model in this format lies: {@code a-int8.onnx} beside {@code a.onnx}. */
  public Path beside(Path fp32) {
    return fp32.resolveSibling(beside(fp32.getFileName().toString()));
  }

  String beside(String fp32) {
    return fp32.replaceFirst("(\\.onnx)?$", (this == FP32 ? "" : "-" + label()) + ".onnx");
  }
}
