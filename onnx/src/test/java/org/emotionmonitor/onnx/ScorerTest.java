package org.emotionmonitor.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.export.GraphWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerTest {

  private static final int T = 20;
  private static final int[] LENGTHS = {T, 7};
  private static final float[] FEATURES = Models.features(1, 2 * T);

  private static Scorer scorer;

  @BeforeAll
  static void open() {
    scorer = Models.open(Models.weights(8));
  }

  @AfterAll
  static void close() {
    scorer.close();
  }

  @Test
  void shouldScoreAlikeWhenFeaturesAreInAnyKindOfBuffer() {
    Scores expected = scorer.score(FEATURES, LENGTHS, 2, T);
    ByteBuffer bytes = ByteBuffer.allocateDirect(4 * FEATURES.length);

    same(scorer.score(FloatBuffer.wrap(FEATURES), LENGTHS, 2, T), expected);
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      FloatBuffer direct = bytes.order(order).asFloatBuffer().put(FEATURES).flip();
      same(scorer.score(direct, LENGTHS, 2, T), expected);
      assertThat(direct.remaining()).as("left as it was").isEqualTo(FEATURES.length);
    }
  }

  @Test
  void shouldStartAtThePositionWhenABufferHoldsMore() {
    int before = 3;
    FloatBuffer direct =
        ByteBuffer.allocateDirect(4 * (FEATURES.length + 10))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer()
            .position(before)
            .put(FEATURES)
            .position(before);

    same(scorer.score(direct, new int[] {T, 7, 99}, 2, T), scorer.score(FEATURES, LENGTHS, 2, T));
  }

  @Test
  void shouldScoreAlikeWhenASmallerBatchFollowsALargerOne() {
    Scores expected = scorer.score(FEATURES, LENGTHS, 2, T);

    scorer.score(Models.features(2, 9 * 50), new int[] {50, 1, 2, 3, 4, 5, 6, 7, 8}, 9, 50);

    same(scorer.score(FEATURES, LENGTHS, 2, T), expected);
  }

  @Test
  void shouldScoreAlikeWhenSeveralThreadsCall() throws Exception {
    Scores expected = scorer.score(FEATURES, LENGTHS, 2, T);
    Callable<Scores> call = () -> scorer.score(FEATURES, LENGTHS, 2, T);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Scores> scores :
          threads.invokeAll(IntStream.range(0, 200).mapToObj(i -> call).toList())) {
        same(scores.get(), expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void shouldScoreAlikeWhenThreadsShareABatch() {
    try (Scorer two =
        Scorer.open(
            GraphWriter.write(Models.weights(8), Models.METADATA),
            "two",
            ScorerOptions.defaults().withIntraOpThreads(2))) {
      Scores expected = scorer.score(FEATURES, LENGTHS, 2, T);
      Scores found = two.score(FEATURES, LENGTHS, 2, T);
      assertThat(found.emotion()[0]).containsExactly(expected.emotion()[0], offset(1e-5f));
    }
  }

  @Test
  void shouldRefuseOptionsWhenThereIsNoThread() {
    assertThatThrownBy(() -> new ScorerOptions(0))
        .hasMessage("intraOpThreads is 0, expected at least 1");
  }

  @Test
  void shouldRefuseABatchWhenItsSizesDoNotFit() {
    refused(
        () -> scorer.score(FEATURES, LENGTHS, 2, T + 1),
        "features hold 8200 floats, but 2 windows x 21 frames x 205 features need 8610");
    refused(
        () -> scorer.score(FloatBuffer.wrap(FEATURES, 1, 8199), LENGTHS, 2, T),
        "features hold 8199 floats, but 2 windows x 20 frames x 205 features need 8200");
    refused(
        () -> scorer.score(FEATURES, new int[] {T}, 2, T), "lengths holds 1 entries for 2 windows");
    refused(
        () -> scorer.score(FEATURES, LENGTHS, 0, T),
        "a batch of n = 0 windows of t = 20 frames; both must be at least 1");
    refused(
        () -> scorer.score(FEATURES, LENGTHS, 2, 0),
        "a batch of n = 2 windows of t = 0 frames; both must be at least 1");
    refused(
        () -> scorer.score(FEATURES, LENGTHS, Integer.MAX_VALUE, Integer.MAX_VALUE),
        "features hold 8200 floats, but 2147483647 windows");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, T + 1})
  void shouldNameTheWindowWhenItsLengthIsOutOfRange(int length) {
    refused(
        () -> scorer.score(FEATURES, new int[] {T, length}, 2, T),
        "lengths[1] is %d, expected 1 to t = 20".formatted(length));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY})
  void shouldNameWindowFrameAndFeatureWhenANumberIsNotFinite(float value) {
    float[] features = FEATURES.clone();
    features[(T + 6) * FeatureSpec.FEATURES + 41] = value;

    refused(
        () -> scorer.score(features, LENGTHS, 2, T),
        "window 1, frame 6: feature delta_1 is %s; features must be finite".formatted(value));
  }

  @Test
  void shouldRefuseToScoreWhenClosed() {
    Scorer closed = Models.open(Models.bytes());
    closed.close();
    closed.close();

    assertThatThrownBy(() -> closed.score(FEATURES, LENGTHS, 2, T))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the scorer is closed");
  }

  private static void refused(Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static void same(Scores found, Scores expected) {
    assertThat(found.emotion()).isDeepEqualTo(expected.emotion());
    assertThat(found.rate()).isDeepEqualTo(expected.rate());
    assertThat(found.volume()).isDeepEqualTo(expected.volume());
    assertThat(found.attention()).isDeepEqualTo(expected.attention());
  }
}
