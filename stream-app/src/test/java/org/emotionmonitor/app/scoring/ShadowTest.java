package org.emotionmonitor.app.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.metrics.ShadowMetrics;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A second model beside the one that scores. */
class ShadowTest {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final int T = 60;
  private static final int MOST = 4;

  private final Metrics metrics = Metrics.isolated();
  private final Model live = model(1);
  private final ScriptedModel second = new ScriptedModel(model(2));
  private final Shadow shadow = new Shadow(second, MOST, new ShadowMetrics(metrics.registry()));

  @AfterEach
  void close() {
    second.release();
    shadow.close();
    live.close();
  }

  @Test
  void shouldTellInWhatTheModelsDiffer() {
    BatchScorer.Scored batch = batch(3);
    shadow.scored(batch, false);
    until("compared", 3);

    int agreeing = 0;
    double difference = 0;
    float[][] other = model(2).score(batch.features(), batch.lengths(), 3, T).emotion();
    for (int i = 0; i < 3; i++) {
      float[] expected = batch.scores().emotion()[i];
      agreeing += Probabilities.likeliest(expected) == Probabilities.likeliest(other[i]) ? 1 : 0;
      for (int k = 0; k < expected.length; k++) {
        difference += Math.abs(expected[k] - other[i][k]) / expected.length;
      }
    }
    assertThat(output("shadow_agreeing_windows_total")).isEqualTo(agreeing);
    assertThat(output("shadow_difference_ratio_count")).isEqualTo(3);
    assertThat(output("shadow_difference_ratio_sum"))
        .isPositive()
        .isCloseTo(difference, org.assertj.core.data.Offset.offset(1e-5));
  }

  @Test
  void shouldFindNoDifferenceWhenItIsTheSameModel() {
    shadow.replaceBy(model(1));
    await().atMost(SOON).until(() -> version("1"));
    shadow.scored(batch(2), false);
    until("compared", 2);

    assertThat(output("shadow_agreeing_windows_total")).isEqualTo(2);
    assertThat(output("shadow_difference_ratio_sum")).isLessThan(1e-5);
  }

  @Test
  void shouldLeaveWindowsOutWhenItIsBusyOrTheCallsWait() {
    second.hold();
    shadow.scored(batch(2), false);
    await().atMost(SOON).until(second::holding);

    shadow.scored(batch(3), false);
    assertThat(windows("left_out")).isEqualTo(3);
    second.release();
    until("compared", 2);
    shadow.scored(batch(4), true);

    assertThat(windows("left_out")).isEqualTo(7);
    assertThat(windows("compared")).isEqualTo(2);
  }

  @Test
  void shouldTakeAsManyWindowsOfABatchAsItHasRoomFor() {
    shadow.scored(batch(MOST + 2), false);
    until("compared", MOST);

    assertThat(windows("left_out")).isEqualTo(2);
  }

  @Test
  void shouldGoOnWhenTheModelFails() {
    second.failNext(1);
    shadow.scored(batch(2), false);
    until("failed", 2);
    await()
        .atMost(SOON)
        .until(
            () -> {
              shadow.scored(batch(1), false);
              return windows("compared") > 0;
            });
  }

  private void until(String outcome, double count) {
    await().atMost(SOON).until(() -> windows(outcome) == count);
  }

  private double windows(String outcome) {
    return metrics
        .registry()
        .getSampleValue(
            "emotion_monitor_shadow_windows_total",
            new String[] {"outcome"},
            new String[] {outcome});
  }

  private double output(String name) {
    return metrics
        .registry()
        .getSampleValue(
            "emotion_monitor_" + name, new String[] {"output"}, new String[] {"emotion"});
  }

  private boolean version(String version) {
    return metrics
            .registry()
            .getSampleValue(
                "emotion_monitor_shadow_model_info",
                new String[] {"name", "version", "sha256", "precision"},
                new String[] {"small", version, model(1).ref().sha256(), "fp32"})
        != null;
  }

  private BatchScorer.Scored batch(int n) {
    FloatBuffer features = FeatureBuffers.allocate(n);
    Random random = new Random(n);
    for (int i = 0; i < n * T * FeatureSpec.FEATURES; i++) {
      features.put(3 * (float) random.nextGaussian());
    }
    int[] lengths = new int[n];
    Arrays.fill(lengths, T);
    features.clear();
    return new BatchScorer.Scored(features, lengths, n, T, live.score(features, lengths, n, T));
  }

  private static Model model(int version) {
    byte[] bytes = ModelFiles.bytes(version, Precision.FP32, Map.of());
    return new OnnxModel(Scorer.open(bytes, "test", ScorerOptions.defaults()));
  }
}
