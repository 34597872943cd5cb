package org.emotionmonitor.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.emotionmonitor.core.features.Golden;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.junit.jupiter.api.Test;

final class SignalQualityTest {

  private static final int RATE = 8_000;

  /** A second of noise, a second of louder noise, a second of noise; the middle is the "speech". */
  private static SignalQuality noisy(double noise, double signal, float clip) {
    Random random = new Random(1);
    float[] audio = new float[3 * RATE];
    for (int i = 0; i < audio.length; i++) {
      double gain = i / RATE == 1 ? Math.hypot(signal, noise) : noise;
      double x = gain * random.nextGaussian();
      audio[i] = (float) Math.max(-clip, Math.min(clip, x));
    }
    FrontEnd frontEnd = new FrontEnd(RATE, 400);
    frontEnd.accept(audio, 0, audio.length);
    int t = (int) frontEnd.frames();
    boolean[] speech = new boolean[t];
    Arrays.fill(speech, 97, 201, true);
    return SignalQuality.of(frontEnd, t, t, speech);
  }

  @Test
  void shouldMeasureTheRatioOfSpeechToTheRest() {
    assertThat(noisy(0.01, 0.1, 1).snrDb()).isCloseTo(20, Offset.offset(1.0));
    assertThat(noisy(0.01, 0.01, 1).snrDb()).isCloseTo(0, Offset.offset(1.0));
    assertThat(noisy(0, 0.1, 1).snrDb()).isEqualTo(60);
  }

  private static SignalQuality golden(String signal) {
    Golden golden = Golden.load(signal);
    FrontEnd frontEnd = new FrontEnd(22_050, 100);
    frontEnd.accept(golden.samples(), 0, golden.samples().length);
    boolean[] speech = new boolean[golden.frames()];
    Arrays.fill(speech, true);
    return SignalQuality.of(frontEnd, golden.frames(), golden.frames(), speech);
  }

  @Test
  void shouldFindTheBandOfATelephone() {
    assertThat(golden("telephone_mulaw").bandHz()).isBetween(3_200.0, 4_100.0);
  }

  @Test
  void shouldFindTheBandOfAWidebandSignal() {
    assertThat(golden("white_noise").bandHz()).isGreaterThan(10_000);
    assertThat(golden("white_noise").snrDb()).isNaN();
  }

  @Test
  void shouldCountClippedSamplesOnly() {
    assertThat(noisy(0.001, 0.1, 1).clippedPct()).isZero();
    // A third of the time, 32 % of the samples of a Gaussian lie beyond 1 sigma, half of them
    // beside another one of the same sign: not clipped unless equal.
    assertThat(noisy(0.001, 1, 1).clippedPct()).isBetween(0.5, 5.0);
  }

  @Test
  void shouldSayNothingOfTheBandWhenThereIsNoSpeech() {
    FrontEnd frontEnd = new FrontEnd(RATE, 100);
    frontEnd.silence(RATE);
    int t = (int) frontEnd.frames();
    SignalQuality quality = SignalQuality.of(frontEnd, t, t, new boolean[t]);
    assertThat(quality.bandHz()).isNaN();
    assertThat(quality.snrDb()).isNaN();
    assertThat(quality.clippedPct()).isZero();
  }
}
