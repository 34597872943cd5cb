package org.emotionmonitor.onnx.vad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.emotionmonitor.core.frontend.FrontEnd;

/** An answer depends on positions alone. Probabilities are compared bit by bit. */
final class SpeechDetectorProperties {

  private static final int CAPACITY = 2_500;
  private static final int[] RATES = {8_000, 16_000, 22_050, 44_100};

  private static SileroActivity activity;

  @BeforeContainer
  static void open() {
    activity = SileroActivity.open();
  }

  @AfterContainer
  static void close() {
    activity.close();
  }

  private static float[] audio(int rate) {
    float[] samples = Signals.speech(rate);
    float[] noise = Signals.noise(samples.length, 0.01, rate);
    for (int i = 0; i < samples.length; i++) {
      samples[i] += noise[i];
    }
    return samples;
  }

  /** The answers of an undisturbed leg that got all its audio at once. */
  private static float[] reference(float[] samples, int rate, long endFrame) {
    SpeechDetector detector = activity.resumeAt(null, rate, CAPACITY, 0);
    detector.accept(samples, 0, samples.length);
    float[] out = new float[(int) endFrame];
    detector.probabilities(endFrame, (int) endFrame, out);
    return out;
  }

  @Property(tries = 12)
  void shouldGiveTheSameBitsWhateverTheChunks(
      @ForAll @IntRange(min = 0, max = 3) int r, @ForAll long seed) {
    int rate = RATES[r];
    float[] samples = audio(rate);
    Random random = new Random(seed);
    int longest = 1 + random.nextInt(rate);
    FrontEnd frontEnd = new FrontEnd(rate, CAPACITY);
    SpeechDetector detector = activity.resumeAt(frontEnd, rate, CAPACITY, 0);
    float[] some = new float[CAPACITY];
    for (int at = 0; at < samples.length; ) {
      int n = Math.min(samples.length - at, 1 + random.nextInt(longest));
      frontEnd.accept(samples, at, n);
      detector.accept(samples, at, n);
      at += n;
      if (random.nextInt(4) == 0 && frontEnd.frames() > 0) {
        detector.probabilities(frontEnd.frames(), (int) frontEnd.frames(), some);
      }
    }
    long end = frontEnd.frames();
    float[] cut = new float[(int) end];
    detector.probabilities(end, (int) end, cut);
    assertThat(cut).isEqualTo(reference(samples, rate, end));
  }

  @Property(tries = 12)
  void shouldGiveTheSameBitsWhenTheLegIsTakenUpInTheMiddle(
      @ForAll @IntRange(min = 0, max = 3) int r,
      @ForAll @IntRange(min = 1, max = 6_000) int ms,
      @ForAll @IntRange(min = 50, max = 150) int t) {
    int rate = RATES[r];
    float[] samples = audio(rate);
    int from = (int) (ms * (long) rate / 1_000);
    FrontEnd frontEnd = FrontEnd.resumeAt(rate, CAPACITY, from);
    SpeechDetector detector = activity.resumeAt(frontEnd, rate, CAPACITY, from);
    frontEnd.accept(samples, from, samples.length - from);
    detector.accept(samples, from, samples.length - from);
    long end = Math.round((ms + activity.leadMs()) * 0.100227) + 1 + t;
    float[] resumed = new float[t];
    detector.probabilities(end, t, resumed);
    float[] whole = reference(samples, rate, end);
    assertThat(resumed).isEqualTo(java.util.Arrays.copyOfRange(whole, (int) end - t, (int) end));
  }

  @Property(tries = 6)
  void shouldGiveTheWindowsAnswerWhateverIsKnownBeyondIt(
      @ForAll @IntRange(min = 0, max = 3) int r, @ForAll @IntRange(min = 10, max = 900) int end) {
    int rate = RATES[r];
    float[] samples = audio(rate);
    FrontEnd frontEnd = new FrontEnd(rate, CAPACITY);
    SpeechDetector detector = activity.resumeAt(frontEnd, rate, CAPACITY, 0);
    for (int at = 0; frontEnd.frames() < end; at++) {
      frontEnd.accept(samples, at, 1);
      detector.accept(samples, at, 1);
    }
    float[] atOnce = new float[end];
    detector.probabilities(end, end, atOnce);
    assertThat(atOnce).isEqualTo(reference(samples, rate, end));
  }
}
