package org.emotionmonitor.onnx;

import java.util.Map;

/**
 * Which model a scorer uses.
 *
 * @param source the file's path, or {@code shipped}
 * @param metadata what the model says of itself
 * @param precision number format of its layers
 * @param sha256 SHA-256 of the file, 64 hex digits
 * @param props all of the file's {@code metadata_props}, those that no field holds included
 */
public record ModelInfo(
    String source,
    ModelMetadata metadata,
    Precision precision,
    String sha256,
    Map<String, String> props) {

  private static final int SHORT = 12;

  /** Copies the map. */
  public ModelInfo {
    props = Map.copyOf(props);
  }

  /** First 12 hex digits of the SHA-256: what every event carries. */
  public String shortSha() {
    return sha256.substring(0, SHORT);
  }

  /** One line for people: name, version, format, hash, feature spec, date and corpora. */
  public String describe() {
    return "%s %s (%s, %s, sha256 %s, feature spec %s, trained %s on %s)"
        .formatted(
            metadata.name(),
            metadata.version(),
            source,
            precision.label(),
            shortSha(),
            metadata.spec(),
            metadata.date(),
            String.join(", ", metadata.corpora()));
  }
}
