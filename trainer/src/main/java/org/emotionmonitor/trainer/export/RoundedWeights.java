package org.emotionmonitor.trainer.export;

import ai.onnxruntime.platform.Fp16Conversions;
import org.emotionmonitor.onnx.export.Direction;
import org.emotionmonitor.onnx.export.Lstm;
import org.emotionmonitor.onnx.export.ModelWeights;

/** Weights whose LSTM layers have been through float16. */
final class RoundedWeights {

  private RoundedWeights() {}

  static ModelWeights of(ModelWeights w) {
    return new ModelWeights(
        w.mean(),
        w.std(),
        w.view(),
        w.layers().stream().map(RoundedWeights::of).toList(),
        w.attention(),
        w.emotion(),
        w.rate(),
        w.volume(),
        w.temperature());
  }

  private static Lstm of(Lstm layer) {
    return new Lstm(layer.input(), layer.hidden(), of(layer.forward()), of(layer.backward()));
  }

  private static Direction of(Direction d) {
    return new Direction(of(d.w()), of(d.r()), of(d.b()));
  }

  private static float[] of(float[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = Fp16Conversions.fp16ToFloat(Fp16Conversions.floatToFp16(values[i]));
    }
    return rounded;
  }
}
