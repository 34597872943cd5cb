package org.emotionmonitor.core.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.vad.SpeechGate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SyllableRateTest {

  private static final int RATE = 8_000;

  /** A voiced buzz whose loudness swings that many times a second, with faint noise behind it. */
  private static FrontEnd syllables(double perSecond, double seconds) {
    Random random = new Random(1);
    float[] audio = new float[6 * RATE];
    for (int i = 0; i < audio.length; i++) {
      double t = i / (double) RATE;
      double swing = 0.5 - 0.45 * Math.cos(2 * Math.PI * perSecond * t);
      double voice = 0;
      for (int harmonic = 1; harmonic <= 10; harmonic++) {
        voice += Math.sin(2 * Math.PI * 150 * harmonic * t) / harmonic;
      }
      audio[i] = (float) ((t < seconds ? 0.1 * swing * voice : 0) + 1e-4 * random.nextGaussian());
    }
    FrontEnd frontEnd = new FrontEnd(RATE, 700);
    frontEnd.accept(audio, 0, audio.length);
    return frontEnd;
  }

  private static double estimate(FrontEnd frontEnd) {
    int t = (int) frontEnd.frames();
    boolean[] speech = new boolean[t];
    SpeechGate.speechFrames(frontEnd, t, t, speech);
    return SyllableRate.of(frontEnd, t, t, speech);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2.5, 4, 6})
  void shouldCountTheSwingsOfLoudness(double perSecond) {
    assertThat(estimate(syllables(perSecond, 4))).isCloseTo(perSecond, Offset.offset(0.5));
  }

  @Test
  void shouldSayNothingWhenThereIsTooLittleSpeech() {
    assertThat(estimate(syllables(4, 0.3))).isNaN();
  }
}
