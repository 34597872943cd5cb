package org.emotionmonitor.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.emotionmonitor.core.features.FeatureSpec;

/** A window's scores depend on its own frames only. */
class ScorerPaddingTest {

  private static final float TOLERANCE = 1e-5f;
  private static final float[] JUNK = {Float.NaN, Float.POSITIVE_INFINITY, -1e30f, 1e30f, 5};

  private static Scorer scorer;

  @BeforeContainer
  static void open() {
    scorer = Models.open(Models.weights(16));
  }

  @AfterContainer
  static void close() {
    scorer.close();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void shouldScoreAlikeWhenPaddedAndBatchedWithOthers(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 40) Integer> lengths,
      @ForAll @IntRange(max = 20) int padding,
      @ForAll long seed) {
    int n = lengths.size();
    int t = lengths.stream().mapToInt(Integer::intValue).max().orElseThrow() + padding;
    int d = FeatureSpec.FEATURES;
    float[] batch = new float[n * t * d];
    for (int k = 0; k < batch.length; k++) {
      batch[k] = JUNK[k % JUNK.length];
    }
    Scores[] alone = new Scores[n];
    for (int i = 0; i < n; i++) {
      float[] window = Models.features(seed + i, lengths.get(i));
      System.arraycopy(window, 0, batch, i * t * d, window.length);
      alone[i] = scorer.score(window, new int[] {lengths.get(i)}, 1, lengths.get(i));
    }

    Scores together =
        scorer.score(batch, lengths.stream().mapToInt(Integer::intValue).toArray(), n, t);

    for (int i = 0; i < n; i++) {
      close(together.emotion()[i], alone[i].emotion()[0]);
      close(together.rate()[i], alone[i].rate()[0]);
      close(together.volume()[i], alone[i].volume()[0]);
      close(together.attention()[i], Arrays.copyOf(alone[i].attention()[0], t));
      assertThat(Arrays.copyOfRange(together.attention()[i], lengths.get(i), t))
          .isEqualTo(new float[t - lengths.get(i)]);
    }
  }

  private static void close(float[] found, float[] expected) {
    assertThat(found).containsExactly(expected, offset(TOLERANCE));
  }
}
