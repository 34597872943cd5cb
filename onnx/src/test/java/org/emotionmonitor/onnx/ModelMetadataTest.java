package org.emotionmonitor.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.core.features.FeatureSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelMetadataTest {

  @Test
  void shouldCarryThisBuildsContractWhenMadeForIt() {
    assertThat(Models.METADATA.spec()).isEqualTo("v1");
    assertThat(Models.METADATA.specHash()).isEqualTo(FeatureSpec.hash());
    assertThat(Models.METADATA.emotions())
        .containsExactly("cheerful", "friendly", "neutral", "sad", "unfriendly");
    assertThat(Models.METADATA.rates()).containsExactly("slow", "medium", "fast");
    assertThat(Models.METADATA.volumes()).containsExactly("soft", "medium", "loud");
  }

  @Test
  void shouldComeBackEqualWhenWrittenAndRead() {
    assertThat(ModelMetadata.fromProps(Models.METADATA.toProps())).isEqualTo(Models.METADATA);
  }

  @Test
  void shouldComeBackEqualWhenReadFromAModelFile() {
    try (Scorer scorer = Models.open(Models.bytes())) {
      assertThat(scorer.info().metadata()).isEqualTo(Models.METADATA);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feature_spec",
        "feature_spec_hash",
        "labels_emotion",
        "labels_rate",
        "labels_volume",
        "model_name",
        "model_version",
        "corpora",
        "split",
        "metrics",
        "trainer_version",
        "date"
      })
  void shouldNameTheKeyWhenItIsMissing(String key) {
    Map<String, String> props = new HashMap<>(Models.METADATA.toProps());
    props.remove(key);

    assertThatThrownBy(() -> ModelMetadata.fromProps(props))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("metadata \"" + key + "\" is missing");
  }

  @Test
  void shouldNameTheValueWhenTheDateIsNone() {
    Map<String, String> props = new HashMap<>(Models.METADATA.toProps());
    props.put("date", "yesterday");

    assertThatThrownBy(() -> ModelMetadata.fromProps(props))
        .hasMessage("metadata \"date\" is \"yesterday\", expected a day such as 2026-11-22");
  }

  @Test
  void shouldRefuseACorpusWhenItsNameHoldsAComma() {
    ModelMetadata m = Models.METADATA;

    assertThatThrownBy(
            () ->
                ModelMetadata.of(
                    "a", "1", List.of("x,y"), m.split(), m.metrics(), m.trainerVersion(), m.date()))
        .hasMessageContaining("\"corpora\" has the entry \"x,y\"");
  }
}
