package org.emotionmonitor.app.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.prometheus.client.CollectorRegistry;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.ModelInfo;
import org.emotionmonitor.onnx.ModelMetadata;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.emotionmonitor.onnx.Scores;
import org.junit.jupiter.api.Test;

class DriftWatchTest {

  private static final int T = 4;

  private final CollectorRegistry registry = new CollectorRegistry();

  @Test
  void shouldCountEstimatesAndTheirEntropy() {
    DriftWatch watch = following(Map.of());

    score(watch, 0, 0, 0, 0, 1);
    score(watch, 0, 0.5f, 0.5f, 0, 0);

    assertThat(counted("unfriendly")).isEqualTo(1);
    assertThat(counted("friendly")).isEqualTo(1);
    assertThat(counted("sad")).isZero();
    assertThat(registry.getSampleValue("emotion_monitor_estimate_entropy_bits_sum")).isEqualTo(1);
    assertThat(registry.getSampleValue("emotion_monitor_estimate_entropy_bits_count")).isEqualTo(2);
  }

  @Test
  void shouldTellHowFarAGroupOfFeaturesHasMoved() {
    DriftWatch watch = following(training());
    assertThat(shift("log_mel")).isZero();

    for (int i = 0; i < 300; i++) {
      score(watch, 1, 0, 0, 0, 0);
    }

    // All features are 3; the training's mean is 1, its deviation 4.
    assertThat(shift("log_mel")).isEqualTo(0.5, offset(1e-6));
    assertThat(shift("chroma")).isEqualTo(0.5, offset(1e-6));
  }

  @Test
  void shouldGiveTheReferenceOfTheModel() {
    following(training());

    assertThat(reference("friendly")).isEqualTo(0.3);
    assertThat(entropy()).isEqualTo(1.3);
  }

  @Test
  void shouldHaveNoReferenceWhenTheModelGivesNoneOrAnOddOne() {
    following(
        Map.of(
            "feature_mean",
            "1,2",
            "feature_std",
            "x",
            "reference_estimates",
            "0.5,0.5",
            "reference_entropy_bits",
            "much"));

    assertThat(reference("friendly")).isNull();
    assertThat(entropy()).isNaN();
    assertThat(shift("log_mel")).isNull();
  }

  @Test
  void shouldHaveAllReferencesOfTheShippedModel() {
    try (Scorer scorer = Scorer.open((Path) null, ScorerOptions.defaults())) {
      new DriftWatch(registry).follow(scorer.info());
    }

    double sum = 0;
    for (String emotion : Labelled.labels(Emotion.class)) {
      sum += reference(emotion);
    }
    assertThat(sum).isEqualTo(1, offset(1e-3));
    assertThat(entropy()).isBetween(0.1, 2.3);
    for (FeatureGroup group : FeatureGroup.values()) {
      assertThat(shift(group.label())).as(group.label()).isZero();
    }
  }

  @Test
  void shouldCompareWithTheNewModelWhenItTakesThePlaceOfTheFormer() {
    DriftWatch watch = following(training());
    score(watch, 1, 0, 0, 0, 0);

    watch.follow(model(Map.of()));
    score(watch, 1, 0, 0, 0, 0);

    assertThat(reference("friendly")).isNull();
    assertThat(shift("log_mel")).isNull();
    assertThat(counted("cheerful")).isEqualTo(2);
  }

  private DriftWatch following(Map<String, String> props) {
    DriftWatch watch = new DriftWatch(registry);
    watch.follow(model(props));
    return watch;
  }

  private static Map<String, String> training() {
    return Map.of(
        "feature_mean",
        String.join(",", Collections.nCopies(FeatureSpec.FEATURES, "1.0")),
        "feature_std",
        String.join(",", Collections.nCopies(FeatureSpec.FEATURES, "4.0")),
        "reference_estimates",
        "0.1, 0.3, 0.4, 0.1, 0.1",
        "reference_entropy_bits",
        "1.3");
  }

  private static ModelInfo model(Map<String, String> props) {
    ModelMetadata metadata =
        ModelMetadata.of("m", "1", List.of("c"), "s", "{}", "1", LocalDate.EPOCH);
    return new ModelInfo("test", metadata, Precision.FP32, "0".repeat(64), props);
  }

  private static void score(DriftWatch watch, float... emotion) {
    FloatBuffer features = FloatBuffer.allocate(T * FeatureSpec.FEATURES);
    while (features.hasRemaining()) {
      features.put(3);
    }
    float[][] other = {{1, 0, 0}};
    watch.scored(
        features.flip(),
        new int[] {T},
        1,
        T,
        new Scores(new float[][] {emotion}, other, other, new float[][] {new float[T]}));
  }

  private Double counted(String emotion) {
    return sample("emotion_monitor_estimated_windows_total", "emotion", emotion);
  }

  private Double reference(String emotion) {
    return sample("emotion_monitor_reference_estimates_ratio", "emotion", emotion);
  }

  private Double entropy() {
    return registry.getSampleValue("emotion_monitor_reference_entropy_bits");
  }

  private Double shift(String group) {
    return sample("emotion_monitor_feature_shift_deviations", "feature", group);
  }

  private Double sample(String name, String label, String value) {
    return registry.getSampleValue(name, new String[] {label}, new String[] {value});
  }
}
