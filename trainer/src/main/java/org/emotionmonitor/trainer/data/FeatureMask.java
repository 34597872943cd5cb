package org.emotionmonitor.trainer.data;

import java.util.Arrays;
import java.util.Random;
import org.emotionmonitor.core.features.FeatureSpec;

/**
 * Hides stretches of time and of features from one training example, by the mean, so that the
 * network relies on no single one (after SpecAugment: Park et al. 2019).
 */
final class FeatureMask {

  private static final int TIME_MASKS = 2;
  private static final int LONGEST_TIME = 30;
  private static final int WIDEST_BAND = 12;
  private static final double GROUP_HIDDEN = 0.1;

  /** First feature of each group: MFCC, delta, delta-delta, log-mel, the rest. */
  private static final int[] GROUPS = {
    0,
    FeatureSpec.MFCC,
    2 * FeatureSpec.MFCC,
    3 * FeatureSpec.MFCC,
    3 * FeatureSpec.MFCC + FeatureSpec.MEL_BANDS,
    FeatureSpec.FEATURES
  };

  private final boolean[] features = new boolean[FeatureSpec.FEATURES];
  private final int[] from = new int[TIME_MASKS];
  private final int[] to = new int[TIME_MASKS];

  /**
   * @param strength scales the longest stretches and the share of hidden groups; 0 hides nothing
   */
  FeatureMask(int frames, double strength, Random random) {
    int longest = (int) Math.min(frames, strength * Math.min(LONGEST_TIME, frames / 5));
    for (int i = 0; i < TIME_MASKS; i++) {
      int length = random.nextInt(longest + 1);
      from[i] = random.nextInt(frames - length + 1);
      to[i] = from[i] + length;
    }
    for (int g = 0; g + 1 < GROUPS.length; g++) {
      if (random.nextDouble() < strength * GROUP_HIDDEN) {
        Arrays.fill(features, GROUPS[g], GROUPS[g + 1], true);
      }
    }
    int widest = (int) Math.min(FeatureSpec.MEL_BANDS, strength * WIDEST_BAND);
    int width = random.nextInt(widest + 1);
    int band = GROUPS[3] + random.nextInt(FeatureSpec.MEL_BANDS - width + 1);
    Arrays.fill(features, band, band + width, true);
  }

  /** Sets what is hidden of [frames][width] to its mean, features in each of their forms. */
  void hide(float[] values, int frames, int width) {
    for (int i = 0; i < TIME_MASKS; i++) {
      Arrays.fill(values, from[i] * width, to[i] * width, 0f);
    }
    for (int d = 0; d < width; d++) {
      if (features[d % features.length]) {
        for (int t = 0; t < frames; t++) {
          values[t * width + d] = 0f;
        }
      }
    }
  }
}
