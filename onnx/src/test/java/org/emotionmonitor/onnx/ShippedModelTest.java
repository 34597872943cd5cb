package org.emotionmonitor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.emotionmonitor.core.features.FeatureSpec;
import org.junit.jupiter.api.Test;

/**
 * The model in the jar fits this build: a changed feature spec needs a new model before it lands.
 */
class ShippedModelTest {

  @Test
  void shouldLoadAndScore() {
    try (Scorer scorer = Scorer.open((Path) null, ScorerOptions.defaults())) {
      assertThat(scorer.info().metadata().specHash()).isEqualTo(FeatureSpec.hash());
      assertThat(scorer.info().metadata().corpora()).contains("emodb", "nemo", "ravdess");
      int frames = 50;
      float[] silence = new float[frames * FeatureSpec.FEATURES];
      Scores scores = scorer.score(silence, new int[] {frames}, 1, frames);
      float sum = 0;
      for (float p : scores.emotion()[0]) {
        sum += p;
      }
      assertThat(sum).isEqualTo(1f, Offset.offset(1e-5f));
    }
  }

  @Test
  void shouldHaveAnInt8FileOfTheSameModelThatAnswersAlike() {
    ModelFile file = ModelFile.beside(null, Precision.INT8).orElseThrow();
    try (Scorer fp32 = Scorer.open((Path) null, ScorerOptions.defaults());
        Scorer int8 = Scorer.open(file, ScorerOptions.defaults())) {
      assertThat(int8.info().metadata()).isEqualTo(fp32.info().metadata());
      assertThat(int8.info().precision()).isEqualTo(Precision.INT8);
      assertThat(fp32.info().precision()).isEqualTo(Precision.FP32);
      int frames = 300;
      float[] features = likeTraining(fp32.info().props(), frames);

      float[] found = int8.score(features, new int[] {frames}, 1, frames).emotion()[0];
      float[] expected = fp32.score(features, new int[] {frames}, 1, frames).emotion()[0];

      assertThat(found).containsExactly(expected, Offset.offset(0.05f));
    }
  }

  /** Noise with the mean and deviation of the training's features. */
  private static float[] likeTraining(Map<String, String> props, int frames) {
    String[] means = props.get("feature_mean").split(",", -1);
    String[] deviations = props.get("feature_std").split(",", -1);
    float[] features = Models.features(3, frames);
    for (int i = 0; i < features.length; i++) {
      int k = i % FeatureSpec.FEATURES;
      features[i] = Float.parseFloat(means[k]) + features[i] / 3 * Float.parseFloat(deviations[k]);
    }
    return features;
  }
}
