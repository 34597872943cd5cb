package org.emotionmonitor.core.level;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.features.Golden;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class ActiveLevelTest {

  private static ActiveLevel measure(float[] samples) {
    FrontEnd frontEnd = new FrontEnd(FeatureSpec.SAMPLE_RATE, 1_000);
    frontEnd.accept(samples, 0, samples.length);
    return ActiveLevel.of(frontEnd.envelope(0, frontEnd.frames()));
  }

  private static float[] tone(double amplitude, double onSeconds, double seconds) {
    float[] out = new float[(int) (seconds * FeatureSpec.SAMPLE_RATE)];
    for (int i = 0; i < onSeconds * FeatureSpec.SAMPLE_RATE; i++) {
      out[i] = (float) (amplitude * Math.sin(0.3 * i));
    }
    return out;
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/golden/p56.csv", numLinesToSkip = 1)
  void shouldAgreeWithTheSampleBySampleReference(String signal, double dbov, double activity) {
    ActiveLevel level = measure(Golden.load(signal).samples());
    assertThat(level.dbov()).isCloseTo(dbov, Offset.offset(0.05));
    assertThat(level.activity()).isCloseTo(activity, Offset.offset(0.01));
  }

  @Test
  void shouldNotDependOnThePauses() {
    ActiveLevel busy = measure(tone(0.1, 4, 4));
    ActiveLevel idle = measure(tone(0.1, 4, 8));
    assertThat(busy.dbov()).isCloseTo(-23.0, Offset.offset(0.1));
    // The hangover counts as active: 0.2 s and the envelope's decay, of 4.3 s.
    assertThat(idle.dbov()).isCloseTo(-23.3, Offset.offset(0.1));
    assertThat(idle.activity()).isBetween(0.5, 0.56);
    assertThat(idle.longTermDbov()).isCloseTo(-26.0, Offset.offset(0.1));
  }

  @Test
  void shouldFollowTheGain() {
    double loud = measure(tone(0.5, 1, 2)).dbov();
    assertThat(measure(tone(0.005, 1, 2)).dbov()).isCloseTo(loud - 40, Offset.offset(0.2));
  }

  @Test
  void shouldHaveNoLevelInDigitalSilence() {
    ActiveLevel level = measure(new float[10_000]);
    assertThat(level.dbov()).isNaN();
    assertThat(level.activity()).isZero();
  }
}
