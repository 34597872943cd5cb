package org.emotionmonitor.app.gateway.dialect;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks that a handshake comes from the AudioHook client that has the API key and the client
 * secret: the header {@code X-API-KEY}, and the HTTP message signature over the request, with
 * {@code hmac-sha256}, created within the last ten seconds.
 */
public final class AudioHookSignature {
  private static final long TOLERANCE_SECONDS = 10;
  private static final Pattern INPUT =
      Pattern.compile("([a-z0-9_*.-]+)=(\\(([^()]*)\\)((?:;[a-z]+=(?:\"[^\"]*\"|[0-9]+))*))");
  private static final Pattern PARAMETER = Pattern.compile(";([a-z]+)=(?:\"([^\"]*)\"|([0-9]+))");
  private static final List<String> REQUIRED =
      List.of(
          "@request-target",
          "@authority",
          "audiohook-organization-id",
          "audiohook-session-id",
          "audiohook-correlation-id",
          "x-api-key");

  private final String apiKey;
  private final byte[] secret;
  private final InstantSource clock;

  /**
   * @param clientSecret base64
   * @throws IllegalArgumentException if it is not
   */
  public AudioHookSignature(String apiKey, String clientSecret, InstantSource clock) {
    this.apiKey = apiKey;
    this.secret = Base64.getDecoder().decode(clientSecret);
    this.clock = clock;
  }

  /** Whether the request may pass. */
  public boolean allows(MultiMap headers, String requestTarget) {
    String key = headers.get("X-API-KEY");
    Matcher input = INPUT.matcher(String.valueOf(headers.get("Signature-Input")));
    if (key == null || !equal(bytes(key), bytes(apiKey)) || !input.matches()) {
      return false;
    }
    List<String> components = new ArrayList<>();
    for (String quoted : input.group(3).trim().split(" +", -1)) {
      components.add(quoted.replace("\"", "").toLowerCase(Locale.ROOT));
    }
    Matcher signature =
        Pattern.compile(Pattern.quote(input.group(1)) + "=:([A-Za-z0-9+/=]+):")
            .matcher(String.valueOf(headers.get("Signature")));
    return components.containsAll(REQUIRED)
        && fresh(input.group(4), key)
        && signature.matches()
        && equal(
            decode(signature.group(1)),
            mac(base(headers, requestTarget, components, input.group(2))));
  }

  private boolean fresh(String parameters, String key) {
    long created = -1;
    long expires = Long.MAX_VALUE;
    boolean keyed = false;
    boolean algorithm = true;
    Matcher parameter = PARAMETER.matcher(parameters);
    while (parameter.find()) {
      String text = parameter.group(2);
      switch (parameter.group(1)) {
        case "created" -> created = Long.parseLong(parameter.group(3));
        case "expires" -> expires = Long.parseLong(parameter.group(3));
        case "keyid" -> keyed = key.equals(text);
        case "alg" -> algorithm = "hmac-sha256".equals(text);
        default -> {}
      }
    }
    long now = clock.instant().getEpochSecond();
    return keyed && algorithm && Math.abs(now - created) <= TOLERANCE_SECONDS && now <= expires;
  }

  private static String base(
      MultiMap headers, String requestTarget, List<String> components, String parameters) {
    StringBuilder base = new StringBuilder();
    for (String name : components) {
      String value =
          switch (name) {
            case "@request-target" -> requestTarget;
            case "@authority" -> String.valueOf(headers.get("Host"));
            default -> String.valueOf(headers.get(name));
          };
      base.append('"').append(name).append("\": ").append(value.trim()).append('\n');
    }
    return base.append("\"@signature-params\": ").append(parameters).toString();
  }

  private byte[] mac(String base) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(bytes(base));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static boolean equal(byte[] a, byte[] b) {
    return MessageDigest.isEqual(a, b);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
