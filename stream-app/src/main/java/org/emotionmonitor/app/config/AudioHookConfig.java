package org.emotionmonitor.app.config;

/**
 * The AudioHook client whose signed handshakes are taken; both null for none.
 *
 * @param apiKey what it sends as {@code X-API-KEY}
 * @param clientSecret with which it signs, base64
 */
public record AudioHookConfig(String apiKey, String clientSecret) {

  /** No client. */
  public static final AudioHookConfig NONE = new AudioHookConfig(null, null);

  /** Whether there is one. */
  public boolean enabled() {
    return apiKey != null;
  }

  /** Without the secret, so that it ends in no log. */
  @Override
  public String toString() {
    return "AudioHookConfig[%s]".formatted(enabled());
  }
}
