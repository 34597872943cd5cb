package org.emotionmonitor.onnx.vad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.emotionmonitor.onnx.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SpeechModelTest {

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = SpeechModel.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @EnumSource(ModelRate.class)
  void shouldShipTheFileThatTheNoteOfOriginNames(ModelRate rate) throws IOException {
    String origin = new String(resource("ORIGIN.md"), StandardCharsets.UTF_8);
    assertThat(origin).contains(rate.file(), Sha256.hex(resource(rate.file())));
    assertThat(new String(resource("LICENSE.silero-vad.txt"), StandardCharsets.UTF_8))
        .startsWith("MIT License")
        .contains("Silero Team");
  }

  @ParameterizedTest
  @EnumSource(ModelRate.class)
  void shouldGiveTheSameBitsWhenARunIsCut(ModelRate rate) {
    int n = SpeechModel.MAX_CHUNKS;
    float[] samples = Signals.noise(rate.context() + n * rate.chunk(), 0.05, 3);
    try (SpeechModel model = SpeechModel.open(rate)) {
      float[] whole = new float[n];
      SpeechState end = new SpeechState();
      model.run(samples, 0, n, end, whole);
      for (int length : new int[] {1, 2, 3, 7, 31}) {
        SpeechState state = new SpeechState();
        float[] part = new float[n];
        for (int at = 0; at < n; at += length) {
          int count = Math.min(length, n - at);
          model.run(samples, at * rate.chunk(), count, state, part);
          for (int i = 0; i < count; i++) {
            assertThat(part[i])
                .as("chunk %d in runs of %d", at + i, length)
                .isEqualTo(whole[at + i]);
          }
        }
        assertThat(state.hidden).isEqualTo(end.hidden);
        assertThat(state.cell).isEqualTo(end.cell);
      }
    }
  }

  @Test
  void shouldGiveTheSameBitsWhenThreadsShareAModel() {
    float[] samples = Signals.noise(ModelRate.NARROW.context() + 40 * 256, 0.05, 4);
    try (SpeechModel model = SpeechModel.open(ModelRate.NARROW)) {
      float[] alone = new float[40];
      model.run(samples, 0, 40, new SpeechState(), alone);
      IntStream.range(0, 64)
          .parallel()
          .forEach(
              i -> {
                float[] out = new float[40];
                model.run(samples, 0, 1 + i % 40, new SpeechState(), out);
                assertThat(out).startsWith(java.util.Arrays.copyOf(alone, 1 + i % 40));
              });
    }
  }

  @Test
  void shouldRefuseToRunWhenClosed() {
    SpeechModel model = SpeechModel.open(ModelRate.WIDE);
    model.close();
    model.close();
    assertThatThrownBy(() -> model.run(new float[576], 0, 1, new SpeechState(), new float[1]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
