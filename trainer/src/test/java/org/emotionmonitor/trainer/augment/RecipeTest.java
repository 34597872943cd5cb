package org.emotionmonitor.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecipeTest {

  private static final int RATE = 16_000;

  private final Clip clip = new Clip(SyntheticCorpus.tone(200, 1.5, 0.2, 1), RATE, 6, 1.5, -20);
  private final Clip other = new Clip(SyntheticCorpus.tone(200, 2.5, 0.1, 2), RATE, 12, 2.5, -26);

  @Property(tries = 30)
  void shouldMakeTheSameForTheSameSeed(@ForAll Recipe recipe, @ForAll long seed) {
    assertThat(make(recipe, seed).samples()).isEqualTo(make(recipe, seed).samples());
  }

  @Property(tries = 60)
  void shouldStayWithinAWindowAndInRange(@ForAll Recipe recipe, @ForAll long seed) {
    Clip made = make(recipe, seed);
    assertThat(made.seconds()).isBetween(1.0, CallWindow.WINDOW_SECONDS / 0.87);
    assertThat(Decibels.peak(made.samples())).isLessThanOrEqualTo(1f);
    assertThat(made.syllablesPerSecond()).isBetween(recipe == Recipe.PAPER ? 2.8 : 3.5, 5.5);
  }

  @Property(tries = 30)
  void shouldMoveTheMeasuredLevelWithTheGain(@ForAll long seed) {
    Clip made = Level.gain(clip, -10, 10, new Random(seed));
    double moved = made.activeLevelDb() - clip.activeLevelDb();
    assertThat(Decibels.rms(made.samples()) - Decibels.rms(clip.samples()))
        .isEqualTo(moved, Offset.offset(1e-3));
    assertThat(moved).isBetween(-10.01, 10.01);
  }

  @Property(tries = 30)
  void shouldScaleRateWithSpeed(@ForAll long seed) {
    Clip made = Speed.change(clip, new Random(seed));
    double factor = made.sampleRate() / (double) RATE;
    assertThat(factor).isBetween(0.87, 1.15);
    assertThat(made.syllablesPerSecond()).isEqualTo(4 * factor, Offset.offset(1e-9));
  }

  @Property(tries = 30)
  void shouldKeepTheLevelWhenTheSpectrumIsTilted(@ForAll long seed) {
    Clip made = Colour.tilt(clip, new Random(seed));
    assertThat(Decibels.rms(made.samples()))
        .isEqualTo(Decibels.rms(clip.samples()), Offset.offset(0.01));
    assertThat(made.samples()).isNotEqualTo(clip.samples());
  }

  @ParameterizedTest
  @EnumSource
  void shouldDifferBetweenSeedsWhereRandom(Recipe recipe) {
    boolean same = Arrays.equals(make(recipe, 1).samples(), make(recipe, 2).samples());
    assertThat(same && recipe.random()).isFalse();
  }

  @Property(tries = 20)
  void shouldAddNoiseAtTheAskedLevel(@ForAll long seed) {
    Clip silence = clip.with(new float[RATE], RATE);
    Clip noisy = Noise.level(silence, -50, new Random(seed));
    assertThat(Decibels.rms(noisy.samples())).isEqualTo(-50, Offset.offset(0.1));
  }

  @Test
  void shouldKeepVoiceAndDropWhatATelephoneCannotCarry() {
    Clip low = Telephone.line(tone(1_000), Encoding.PCMU);
    Clip high = Telephone.line(tone(5_000), Encoding.PCMA);
    assertThat(low.sampleRate()).isEqualTo(8_000);
    assertThat(Decibels.rms(low.samples())).isEqualTo(-9.0, Offset.offset(0.2));
    assertThat(Decibels.rms(high.samples())).isLessThan(-50);
  }

  @ParameterizedTest
  @EnumSource
  void shouldDrawIndependentlyForRowsThatAreClose(Recipe recipe) {
    int rows = 2_000;
    double[] first = new double[rows];
    for (int row = 0; row < rows; row++) {
      first[row] = recipe.numbers(7 + row).nextDouble() - 0.5;
    }
    for (int lag = 1; lag <= 10; lag++) {
      double product = 0;
      for (int row = lag; row < rows; row++) {
        product += first[row] * first[row - lag];
      }
      // Of uniform numbers the variance is 1/12; the correlation's own deviation is 0.022.
      assertThat(12 * product / rows).isBetween(-0.1, 0.1);
    }
  }

  @Property(tries = 20)
  void shouldKnowTheLevelOfWhatIsMade(@ForAll Recipe recipe, @ForAll long seed) {
    Clip unknown = new Clip(clip.samples(), RATE, 6, 1.5, Double.NaN);
    assertThat(make(recipe, seed).activeLevelDb()).isBetween(-70.0, 0.0);
    assertThat(
            recipe.make(unknown, random -> unknown, Background.generated(), seed).activeLevelDb())
        .isNaN();
  }

  @Test
  void shouldHaveTheConditionsOfAnEvaluation() {
    assertThat(Recipe.conditions())
        .extracting(Recipe::label)
        .containsExactly(
            "clean",
            "narrowband",
            "telephone",
            "noise_20",
            "noise_10",
            "noise_5",
            "loss_5",
            "loss_10");
  }

  private Clip tone(double hertz) {
    float[] samples = new float[RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    return clip.with(samples, RATE);
  }

  private Clip make(Recipe recipe, long seed) {
    return recipe.make(clip, random -> other, Background.generated(), seed);
  }
}
