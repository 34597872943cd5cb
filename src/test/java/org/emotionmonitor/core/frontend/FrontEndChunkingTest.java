package org.emotionmonitor.core.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emotionmonitor.core.features.FeatureSpec;

/** The front end does not know how its audio was cut, nor whether it was restarted. */
final class FrontEndChunkingTest {

  private static final int[] RATES = {
    8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000
  };

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(1, 5), Arbitraries.integers().between(1, 6_000))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Property(tries = 150)
  void shouldGiveTheSameBitsWhateverTheCuts(
      @ForAll long seed,
      @ForAll @IntRange(max = 7) int rateIndex,
      @ForAll @IntRange(min = 9, max = 60) int capacity,
      @ForAll("cuts") List<Integer> cuts) {
    int rate = RATES[rateIndex];
    float[] audio = audio(seed, rate);
    FrontEnd whole = new FrontEnd(rate, capacity);
    whole.accept(audio, 0, audio.length);
    FrontEnd pieces = new FrontEnd(rate, capacity);
    feed(pieces, audio, 0, cuts);
    assertSame(pieces, whole);
    whole.finish();
    pieces.finish();
    assertSame(pieces, whole);
  }

  @Property(tries = 150)
  void shouldGiveTheSameBitsWhenRebuiltFromAnyPosition(
      @ForAll long seed,
      @ForAll @IntRange(max = 7) int rateIndex,
      @ForAll @IntRange(min = 9, max = 60) int capacity,
      @ForAll @IntRange(max = 4_000) int position,
      @ForAll("cuts") List<Integer> cuts) {
    int rate = RATES[rateIndex];
    float[] audio = audio(seed, rate);
    FrontEnd whole = new FrontEnd(rate, capacity);
    whole.accept(audio, 0, audio.length);
    FrontEnd rebuilt = FrontEnd.resumeAt(rate, capacity, position);
    feed(rebuilt, audio, position, cuts);
    // 7 ms of the resampler's reach, then at most one frame's shift.
    long late = (long) Math.ceil((position / (double) rate + 0.007) * 22_050 / 220) + 1;
    assertThat(rebuilt.firstFrame()).isLessThanOrEqualTo(Math.max(late, whole.firstFrame()));
    assertSame(rebuilt, whole);
  }

  private static void feed(FrontEnd frontEnd, float[] audio, int from, List<Integer> cuts) {
    int at = from;
    for (int i = 0; at < audio.length; i++) {
      int n = Math.min(audio.length - at, cuts.get(i % cuts.size()));
      frontEnd.accept(audio, at, n);
      at += n;
    }
  }

  private static void assertSame(FrontEnd actual, FrontEnd expected) {
    // A front end that has no frame yet stands before the first that it will have.
    assertThat(actual.frames()).isEqualTo(Math.max(expected.frames(), actual.firstFrame()));
    assertThat(actual.inputPosition()).isEqualTo(expected.inputPosition());
    int t = (int) (expected.frames() - Math.max(actual.firstFrame(), expected.firstFrame()));
    if (t < FeatureSpec.DELTA_WIDTH) {
      return;
    }
    float[] a = new float[t * FeatureSpec.FEATURES];
    float[] b = new float[t * FeatureSpec.FEATURES];
    actual.window(actual.frames(), t, a, 0);
    expected.window(expected.frames(), t, b, 0);
    assertThat(a).isEqualTo(b);
    long from = expected.frames() - t;
    assertThat(actual.clippedShare(from, from + t))
        .isEqualTo(expected.clippedShare(from, from + t));
    Envelope envelope = actual.envelope(from, from + t);
    assertThat(envelope.squares()).isEqualTo(expected.envelope(from, from + t).squares());
    assertThat(envelope.magnitudes()).isEqualTo(expected.envelope(from, from + t).magnitudes());
    for (long frame = expected.frames() - t; frame < expected.frames(); frame++) {
      assertThat(actual.levelDb(frame)).isEqualTo(expected.levelDb(frame));
      assertThat(actual.loudnessDb(frame)).isEqualTo(expected.loudnessDb(frame));
    }
  }

  /**
   * Half a second of noise, which overfills the smaller rings, with stretches of silence and of
   * full scale.
   */
  private static float[] audio(long seed, int rate) {
    Random random = new Random(seed);
    float[] out = new float[rate / 2 + random.nextInt(500)];
    float gain = 0.1f;
    for (int i = 0; i < out.length; i++) {
      if (random.nextInt(500) == 0) {
        gain = random.nextInt(3) * 0.4f;
      }
      out[i] = Math.max(-1f, Math.min(1f, (float) (gain * random.nextGaussian())));
    }
    return out;
  }
}
