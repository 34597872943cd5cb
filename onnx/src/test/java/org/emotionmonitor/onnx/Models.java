package org.emotionmonitor.onnx;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.export.GraphWriter;
import org.emotionmonitor.onnx.export.ModelWeights;
import org.emotionmonitor.onnx.export.RandomWeights;

/** Models and features for tests. */
final class Models {

  static final ModelMetadata METADATA =
      ModelMetadata.of(
          "random",
          "0.0.1",
          List.of("none", "at all"),
          "none",
          "{\"dev\":{\"uar\":0.2}}",
          "0.1.0",
          LocalDate.of(2026, 11, 22));

  private Models() {}

  static ModelWeights weights(int hidden) {
    return RandomWeights.of(7, hidden);
  }

  /** A small model's file. */
  static byte[] bytes() {
    return GraphWriter.write(weights(4), METADATA);
  }

  static Scorer open(ModelWeights weights) {
    return open(GraphWriter.write(weights, METADATA));
  }

  static Scorer open(byte[] model) {
    return Scorer.open(model, "test", ScorerOptions.defaults());
  }

  static float[] features(long seed, int frames) {
    Random random = new Random(seed);
    float[] features = new float[frames * FeatureSpec.FEATURES];
    for (int i = 0; i < features.length; i++) {
      features[i] = 3 * (float) random.nextGaussian();
    }
    return features;
  }
}
