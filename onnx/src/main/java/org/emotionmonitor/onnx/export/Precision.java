package org.emotionmonitor.onnx.export;

/** Number format of the LSTM layers, which are nearly all of the model. */
public enum Precision {

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
  FP16
}
