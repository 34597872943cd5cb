package org.emotionmonitor.onnx;

/**
 * Which model a scorer uses.
 *
 * @param source the file's path, or {@code shipped}
 * @param metadata what the model says of itself
 * @param sha256 SHA-256 of the file, 64 hex digits
 */
public record ModelInfo(String source, ModelMetadata metadata, String sha256) {

  private static final int SHORT = 12;

  /** First 12 hex digits of the SHA-256: what every event carries. */
  public String shortSha() {
    return sha256.substring(0, SHORT);
  }

  /** One line for people: name, version, hash, feature spec, date and corpora. */
  public String describe() {
    return "%s %s (%s, sha256 %s, feature spec %s, trained %s on %s)"
        .formatted(
            metadata.name(),
            metadata.version(),
            source,
            shortSha(),
            metadata.spec(),
            metadata.date(),
            String.join(", ", metadata.corpora()));
  }
}
