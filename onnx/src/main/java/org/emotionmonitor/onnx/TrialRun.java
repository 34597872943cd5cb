package org.emotionmonitor.onnx;

import java.util.Arrays;
import org.emotionmonitor.core.features.FeatureSpec;

/**
 * Scores two small windows when a model is opened, to find before the first call that its graph
 * does not run, or does not return probabilities.
 */
final class TrialRun {

  private static final int FRAMES = 12;
  private static final double TOLERANCE = 1e-3;

  private static final String REMEDY = "export the model again with this build's trainer";

  private TrialRun() {}

  static void check(Scorer scorer, String source) {
    float[] features = new float[2 * FRAMES * FeatureSpec.FEATURES];
    int[] lengths = {FRAMES, FRAMES / 2};
    Scores scores;
    try {
      scores = scorer.score(features, lengths, 2, FRAMES);
    } catch (ModelException e) {
      throw new ModelException(
          "model %s does not run: %s; %s".formatted(source, ModelException.reason(e), REMEDY), e);
    }
    distributions(source, ModelContract.EMOTION, scores.emotion());
    distributions(source, ModelContract.RATE, scores.rate());
    distributions(source, ModelContract.VOLUME, scores.volume());
    distributions(source, ModelContract.ATTENTION, scores.attention());
  }

  private static void distributions(String source, String output, float[][] rows) {
    for (float[] row : rows) {
      double sum = 0;
      for (float p : row) {
        sum += p >= 0 ? p : Double.NaN;
      }
      // Written so that NaN fails as well.
      if (!(Math.abs(sum - 1) <= TOLERANCE)) {
        throw ModelException.differs(
            source,
            "output \"" + output + "\" of a trial window",
            Arrays.toString(row),
            "probabilities that sum to 1",
            REMEDY);
      }
    }
  }
}
