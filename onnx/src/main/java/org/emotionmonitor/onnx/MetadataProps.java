package org.emotionmonitor.onnx;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of {@code metadata_props}, and how values are written as text. */
final class MetadataProps {

  static final String SPEC = "feature_spec";
  static final String SPEC_HASH = "feature_spec_hash";
  static final String EMOTIONS = "labels_emotion";
  static final String RATES = "labels_rate";
  static final String VOLUMES = "labels_volume";
  static final String NAME = "model_name";
  static final String VERSION = "model_version";
  static final String CORPORA = "corpora";
  static final String SPLIT = "split";
  static final String METRICS = "metrics";
  static final String TRAINER_VERSION = "trainer_version";
  static final String DATE = "date";

  private MetadataProps() {}

  static Map<String, String> write(ModelMetadata metadata) {
    Map<String, String> props = new LinkedHashMap<>();
    props.put(SPEC, metadata.spec());
    props.put(SPEC_HASH, metadata.specHash());
    props.put(EMOTIONS, String.join(",", metadata.emotions()));
    props.put(RATES, String.join(",", metadata.rates()));
    props.put(VOLUMES, String.join(",", metadata.volumes()));
    props.put(NAME, metadata.name());
    props.put(VERSION, metadata.version());
    props.put(CORPORA, String.join(",", metadata.corpora()));
    props.put(SPLIT, metadata.split());
    props.put(METRICS, metadata.metrics());
    props.put(TRAINER_VERSION, metadata.trainerVersion());
    props.put(DATE, metadata.date().toString());
    return props;
  }

  static ModelMetadata read(Map<String, String> props) {
    return new ModelMetadata(
        props.get(SPEC),
        props.get(SPEC_HASH),
        list(EMOTIONS, props),
        list(RATES, props),
        list(VOLUMES, props),
        props.get(NAME),
        props.get(VERSION),
        list(CORPORA, props),
        props.get(SPLIT),
        props.get(METRICS),
        props.get(TRAINER_VERSION),
        date(props));
  }

  static void requireText(String key, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("metadata \"%s\" is missing".formatted(key));
    }
  }

  static List<String> requireList(String key, List<String> values) {
    if (values == null || values.isEmpty()) {
      throw new IllegalArgumentException("metadata \"%s\" is missing".formatted(key));
    }
    for (String value : values) {
      requireText(key, value);
      if (value.indexOf(',') >= 0) {
        throw new IllegalArgumentException(
            "metadata \"%s\" has the entry \"%s\"; entries are joined by commas and cannot hold one"
                .formatted(key, value));
      }
    }
    return List.copyOf(values);
  }

  private static List<String> list(String key, Map<String, String> props) {
    String value = props.get(key);
    requireText(key, value);
    return List.of(value.split(",", -1));
  }

  private static LocalDate date(Map<String, String> props) {
    String value = props.get(DATE);
    requireText(DATE, value);
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "metadata \"%s\" is \"%s\", expected a day such as 2026-11-22".formatted(DATE, value), e);
    }
  }
}
