package org.emotionmonitor.core.domain;

/**
 * Identifies the audio of one party of a call; as a Kafka key it is written {@code callId/legId}.
 *
 * @param callId the conversation; not empty, without {@code /}
 * @param legId the party; not empty, without {@code /}
 */
public record LegKey(String callId, String legId) {

  public LegKey {
    check("callId", callId);
    check("legId", legId);
  }

  /**
   * Reads {@code callId/legId}.
   *
   * @throws IllegalArgumentException that says what is wrong with {@code key}
   */
  public static LegKey parse(String key) {
    int slash = key == null ? -1 : key.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "key \"%s\" is not of the form callId/legId".formatted(key));
    }
    return new LegKey(key.substring(0, slash), key.substring(slash + 1));
  }

  private static void check(String name, String value) {
    if (value == null || value.isEmpty() || value.length() > 200 || value.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "%s \"%s\" must have 1 to 200 characters and no slash".formatted(name, value));
    }
  }

  @Override
  public String toString() {
    return callId + "/" + legId;
  }
}
