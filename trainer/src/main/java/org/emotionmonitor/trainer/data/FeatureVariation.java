package org.emotionmonitor.trainer.data;

import java.util.Random;
import org.emotionmonitor.core.features.FeatureSpec;

/**
 * Makes another example of one by its features alone, anew in every epoch and at no cost: another
 * tempo, level and frequency response. What is multiplied before the logarithm is added behind it,
 * and MFCCs are the orthonormal DCT of the log-mel, so that a response that is a sum of cosines
 * over the bands has one MFCC for each. Differences over time do not see either.
 */
final class FeatureVariation {

  private static final double LARGEST_LOG_TEMPO = Math.log(1.35);
  private static final double LEVEL_DB = 6;

  /** Deviations of the first cosines of the response, in dB at their peaks. */
  private static final double[] RESPONSE_DB = {3, 2, 1.5};

  private static final int BANDS = FeatureSpec.MEL_BANDS;
  private static final int DELTA = FeatureSpec.MFCC;
  private static final int DELTA_DELTA = 2 * FeatureSpec.MFCC;
  private static final int LOG_MEL = 3 * FeatureSpec.MFCC;

  private final double tempo;
  private final double levelDb;
  private final double[] responseDb = new double[RESPONSE_DB.length];

  /**
   * @param strength scales all of it; 0 changes nothing
   */
  FeatureVariation(double strength, Random random) {
    tempo = Math.exp(strength * LARGEST_LOG_TEMPO * (2 * random.nextDouble() - 1));
    levelDb = strength * LEVEL_DB * random.nextGaussian();
    for (int k = 0; k < responseDb.length; k++) {
      responseDb[k] = strength * RESPONSE_DB[k] * random.nextGaussian();
    }
  }

  /** How many times as fast as before. */
  double tempo() {
    return tempo;
  }

  /** How much louder than before. */
  double levelDb() {
    return levelDb;
  }

  /** Turns features [frames][205] into those of the same speech as it would have been. */
  float[] of(float[] features) {
    int width = FeatureSpec.FEATURES;
    int frames = features.length / width;
    int varied = Math.max(1, Math.min(FeatureSpec.WINDOW_FRAMES, (int) (frames / tempo)));
    float[] added = added();
    float[] out = new float[varied * width];
    for (int t = 0; t < varied; t++) {
      double at = Math.min(frames - 1, t * tempo);
      int before = (int) at;
      int after = Math.min(frames - 1, before + 1);
      float share = (float) (at - before);
      for (int d = 0; d < width; d++) {
        float a = features[before * width + d];
        float b = features[after * width + d];
        out[t * width + d] = (a + share * (b - a)) * slope(d) + added[d];
      }
    }
    return out;
  }

  /** Changes per frame grow with the tempo, those of changes with its square. */
  private float slope(int feature) {
    if (feature < DELTA || feature >= LOG_MEL) {
      return 1f;
    }
    return (float) (feature < DELTA_DELTA ? tempo : tempo * tempo);
  }

  /** What level and response add to each feature. */
  private float[] added() {
    float[] added = new float[FeatureSpec.FEATURES];
    added[0] = (float) (levelDb * Math.sqrt(BANDS));
    for (int b = 0; b < BANDS; b++) {
      double db = levelDb;
      for (int k = 0; k < responseDb.length; k++) {
        db += responseDb[k] * Math.cos(Math.PI * (k + 1) * (b + 0.5) / BANDS);
      }
      added[LOG_MEL + b] = (float) db;
    }
    for (int k = 0; k < responseDb.length; k++) {
      added[k + 1] = (float) (responseDb[k] * Math.sqrt(BANDS / 2.0));
    }
    return added;
  }
}
