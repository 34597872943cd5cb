package org.emotionmonitor.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.Features;
import org.junit.jupiter.api.Test;

class FeatureVariationTest {

  private static final int WIDTH = FeatureSpec.FEATURES;

  @Test
  void shouldChangeNothingWhenItsStrengthIsZero() {
    float[] features = Features.of(tone(20_000, 1, 1), FeatureSpec.SAMPLE_RATE);
    assertThat(new FeatureVariation(0, new Random(1)).of(features)).containsExactly(features);
  }

  @Test
  void shouldBeTheFeaturesOfTheLouderSignalWhenOnlyTheLevelDiffers() {
    FeatureVariation variation = new FeatureVariation(1, new Random(3));
    float[] added = difference(variation, tone(20_000, 1, 1));
    double gain = Math.pow(10, variation.levelDb() / 20);
    float[] quiet = Features.of(tone(20_000, 1, 1), FeatureSpec.SAMPLE_RATE);
    float[] loud = Features.of(tone(20_000, gain, 1), FeatureSpec.SAMPLE_RATE);
    int mfcc0 = 30 * WIDTH;
    int cosines = 3;
    // The response has no part in MFCC 0, nor in the mean over the bands.
    assertThat(added[0]).isCloseTo(loud[mfcc0] - quiet[mfcc0], within(0.05f));
    assertThat(mean(added)).isCloseTo(variation.levelDb(), within(1e-3));
    for (int k = cosines + 1; k < FeatureSpec.MFCC; k++) {
      assertThat(added[k]).isZero();
    }
  }

  @Test
  void shouldMoveLogMelAndMfccAlikeWhenTheResponseDiffers() {
    float[] added = difference(new FeatureVariation(1, new Random(5)), tone(20_000, 1, 1));
    int bands = FeatureSpec.MEL_BANDS;
    for (int k = 1; k <= 3; k++) {
      double dct = 0;
      for (int b = 0; b < bands; b++) {
        double cosine = Math.cos(Math.PI * k * (b + 0.5) / bands);
        dct += Math.sqrt(2.0 / bands) * cosine * added[3 * FeatureSpec.MFCC + b];
      }
      assertThat(added[k]).isCloseTo((float) dct, within(1e-3f));
    }
  }

  @Test
  void shouldBeAsLongAsTheFasterSpeechWhenTheTempoDiffers() {
    float[] features = Features.of(tone(60_000, 1, 1), FeatureSpec.SAMPLE_RATE);
    for (int seed = 0; seed < 20; seed++) {
      FeatureVariation variation = new FeatureVariation(1, new Random(seed));
      int frames = features.length / WIDTH;
      int expected = Math.min(FeatureSpec.WINDOW_FRAMES, (int) (frames / variation.tempo()));
      assertThat(variation.of(features)).hasSize(expected * WIDTH);
      assertThat(variation.tempo()).isBetween(1 / 1.35, 1.35);
    }
  }

  /** What was added to the first frame, where the tempo has moved nothing. */
  private static float[] difference(FeatureVariation variation, float[] audio) {
    float[] features = Features.of(audio, FeatureSpec.SAMPLE_RATE);
    float[] varied = variation.of(features);
    float[] added = new float[WIDTH];
    for (int d = 0; d < WIDTH; d++) {
      added[d] = varied[d] - features[d];
    }
    return added;
  }

  private static double mean(float[] added) {
    double sum = 0;
    for (int b = 0; b < FeatureSpec.MEL_BANDS; b++) {
      sum += added[3 * FeatureSpec.MFCC + b] / FeatureSpec.MEL_BANDS;
    }
    return sum;
  }

  private static float[] tone(int samples, double gain, long seed) {
    Random random = new Random(seed);
    float[] audio = new float[samples];
    for (int i = 0; i < samples; i++) {
      double hz = 200 + 100 * Math.sin(i / 4000.0);
      audio[i] =
          (float)
              (gain
                  * (0.1 * Math.sin(2 * Math.PI * hz * i / 22_050) + 0.01 * random.nextGaussian()));
    }
    return audio;
  }
}
