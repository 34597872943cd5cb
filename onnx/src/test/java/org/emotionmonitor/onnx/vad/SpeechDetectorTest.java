package org.emotionmonitor.onnx.vad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpeechDetectorTest {

  private static final int CAPACITY = 4_000;
  private static final double FRAMES_PER_SECOND =
      (double) FeatureSpec.SAMPLE_RATE / FeatureSpec.FRAME_SHIFT;

  private static SileroActivity activity;

  @BeforeAll
  static void open() {
    activity = SileroActivity.open();
  }

  @AfterAll
  static void close() {
    activity.close();
  }

  /** Decisions of all frames of a whole leg. */
  private static boolean[] decide(float[] samples, int rate) {
    FrontEnd frontEnd = new FrontEnd(rate, CAPACITY);
    SpeechDetector detector = activity.resumeAt(frontEnd, rate, CAPACITY, 0);
    frontEnd.accept(samples, 0, samples.length);
    detector.accept(samples, 0, samples.length);
    frontEnd.finish();
    detector.finish();
    int frames = (int) frontEnd.frames();
    boolean[] out = new boolean[frames];
    detector.speech(frames, frames, out);
    return out;
  }

  private static double share(boolean[] speech, double fromSeconds, double toSeconds) {
    int from = (int) (fromSeconds * FRAMES_PER_SECOND);
    int to = (int) Math.min(speech.length, toSeconds * FRAMES_PER_SECOND);
    int count = 0;
    for (int i = from; i < to; i++) {
      count += speech[i] ? 1 : 0;
    }
    return count / (double) (to - from);
  }

  private static void findsTheVoices(float[] samples, int rate) {
    boolean[] speech = decide(samples, rate);
    for (double[] spoken : Signals.SPOKEN) {
      assertThat(share(speech, spoken[0], spoken[1])).as("from %s s", spoken[0]).isGreaterThan(0.9);
    }
    assertThat(share(speech, 0, 1.4)).as("before").isZero();
    assertThat(share(speech, 6.4, 8.0)).as("between").isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 44_100, 48_000})
  void shouldFindTheVoicesWhateverTheRate(int rate) {
    findsTheVoices(Signals.speech(rate), rate);
  }

  @Test
  void shouldFindTheVoicesWhenTheyComeOverATelephoneLine() {
    findsTheVoices(Signals.telephone(Signals.speech(8_000)), 8_000);
  }

  @Test
  void shouldFindTheVoicesWhenTheyAreSoft() {
    float[] samples = Signals.speech(8_000);
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= 0.05f;
    }
    findsTheVoices(samples, 8_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000})
  void shouldHearNoSpeechWhenThereIsNone(int rate) {
    int n = 6 * rate;
    assertThat(share(decide(new float[n], rate), 0, 6)).as("digital silence").isZero();
    for (double rms : new double[] {1e-4, 1e-2, 0.2}) {
      float[] noise = Signals.noise(n, rms, 1);
      assertThat(share(decide(noise, rate), 0, 6)).as("noise %s", rms).isZero();
    }
    float[] hum = Signals.tones(rate, n, 0.1, 50, 100, 150, 250);
    assertThat(share(decide(hum, rate), 0, 6)).as("hum").isZero();
    float[] ringing = Signals.tones(rate, n, 0.1, 440, 480);
    assertThat(share(decide(ringing, rate), 0, 6)).as("ringing tone").isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000})
  void shouldHearNoSpeechWhenKeysArePressed(int rate) {
    double[] low = {697, 770, 852, 941};
    double[] high = {1_209, 1_336, 1_477, 1_633};
    float[] keys = new float[16 * rate / 5];
    for (int key = 0; key < 16; key++) {
      float[] tone = Signals.tones(rate, rate / 10, 0.2, low[key / 4], high[key % 4]);
      System.arraycopy(tone, 0, keys, key * rate / 5, tone.length);
    }
    assertThat(share(decide(keys, rate), 0, 3.2)).isLessThan(0.02);
  }

  @Test
  void shouldTellWhatIsMissingWhenAFrameIsNotKnown() {
    FrontEnd frontEnd = new FrontEnd(8_000, 700);
    SpeechDetector detector = activity.resumeAt(frontEnd, 8_000, 700, 0);
    detector.silence(8_000);
    assertThatThrownBy(() -> detector.speech(200, 100, new boolean[100]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("only of [0, 31)");
  }

  @Test
  void shouldAnswerNoWhenAWindowIsShorterThanAChunk() {
    SpeechDetector detector = activity.resumeAt(null, 8_000, 700, 0);
    detector.silence(800);
    boolean[] out = {true};
    assertThat(detector.speech(1, 1, out)).isZero();
    assertThat(out[0]).isFalse();
  }
}
