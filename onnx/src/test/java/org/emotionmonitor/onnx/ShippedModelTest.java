package org.emotionmonitor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.emotionmonitor.core.features.FeatureSpec;
import org.junit.jupiter.api.Test;

/**
 * The model in the jar fits this build: a changed feature spec needs a new model before it lands.
 */
class ShippedModelTest {

  @Test
  void shouldLoadAndScore() {
    try (Scorer scorer = Scorer.open(null, ScorerOptions.defaults())) {
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
}
