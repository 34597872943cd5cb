package org.emotionmonitor.onnx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Audio of calls is confidential: a runtime that reports home must not come in by an update. */
final class TelemetryTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linux-x64/libonnxruntime.so",
        "linux-aarch64/libonnxruntime.so",
        "osx-aarch64/libonnxruntime.dylib"
      })
  void shouldNotBeBuiltIntoTheRuntime(String library) throws Exception {
    try (InputStream in =
        TelemetryTest.class.getResourceAsStream("/ai/onnxruntime/native/" + library)) {
      String bytes = new String(in.readAllBytes(), ISO_8859_1);

      // The switch and the sender of the builds that have it.
      assertThat(bytes.contains("ORT_DISABLE_TELEMETRY")).isFalse();
      assertThat(bytes.contains("Applications6Events15TelemetrySystem")).isFalse();
    }
  }
}
