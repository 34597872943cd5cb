package org.emotionmonitor.app.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AudioHookSignatureTest {
  private static final String SECRET =
      Base64.getEncoder().encodeToString("a client's secret".getBytes(StandardCharsets.UTF_8));
  private static final long NOW = 1_700_000_000;

  private final AudioHookSignature signature =
      new AudioHookSignature("key-1", SECRET, () -> Instant.ofEpochSecond(NOW));
  private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

  @BeforeEach
  void sign() throws Exception {
    headers
        .set("Host", "gateway.example.com")
        .set("X-API-KEY", "key-1")
        .set("Audiohook-Organization-Id", "o1")
        .set("Audiohook-Session-Id", "s1")
        .set("Audiohook-Correlation-Id", "c1");
    sign(NOW - 2, SECRET);
  }

  private void sign(long created, String secret) throws Exception {
    String parameters =
        "(\"@request-target\" \"@authority\" \"audiohook-organization-id\" \"audiohook-session-id\""
            + " \"audiohook-correlation-id\" \"x-api-key\");keyid=\"key-1\";nonce=\"VGhpcyBpcyB\";"
            + "alg=\"hmac-sha256\";created="
            + created
            + ";expires="
            + (created + 10);
    String base =
        """
        "@request-target": /v1/ingest/audiohook
        "@authority": gateway.example.com
        "audiohook-organization-id": o1
        "audiohook-session-id": s1
        "audiohook-correlation-id": c1
        "x-api-key": key-1
        "@signature-params":\
        """
            + " "
            + parameters;
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
    headers.set("Signature-Input", "sig1=" + parameters);
    headers.set(
        "Signature",
        "sig1=:"
            + Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)))
            + ":");
  }

  @Test
  void shouldAllowWhatTheClientSigned() {
    assertThat(signature.allows(headers, "/v1/ingest/audiohook")).isTrue();
  }

  @Test
  void shouldRefuseWhatWasChangedIsOldOrSignedByAnother() throws Exception {
    assertThat(signature.allows(headers, "/v1/ingest/raw")).isFalse();
    headers.set("Audiohook-Session-Id", "s2");
    assertThat(signature.allows(headers, "/v1/ingest/audiohook")).isFalse();
    headers.set("Audiohook-Session-Id", "s1").set("X-API-KEY", "key-2");
    assertThat(signature.allows(headers, "/v1/ingest/audiohook")).isFalse();
    headers.set("X-API-KEY", "key-1");
    sign(NOW - 60, SECRET);
    assertThat(signature.allows(headers, "/v1/ingest/audiohook")).isFalse();
    sign(NOW, Base64.getEncoder().encodeToString("another".getBytes(StandardCharsets.UTF_8)));
    assertThat(signature.allows(headers, "/v1/ingest/audiohook")).isFalse();
    headers.set("Signature-Input", "sig1=(\"x-api-key\");keyid=\"key-1\";created=" + NOW);
    assertThat(signature.allows(headers, "/v1/ingest/audiohook")).isFalse();
    headers.remove("Signature-Input");
    assertThat(signature.allows(headers, "/v1/ingest/audiohook")).isFalse();
  }
}
