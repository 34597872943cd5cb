package org.emotionmonitor.core.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.audio.Resampler;
import org.emotionmonitor.core.features.FeatureSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 8 kHz µ-law, as a telephone line brings it, from bytes to windows. */
final class TelephoneTest {

  private static final int RATE = 8_000;

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = TelephoneTest.class.getResourceAsStream("/golden/" + name)) {
      return in.readAllBytes();
    }
  }

  private static float[] decode(byte[] bytes, int off, int count) {
    float[] samples = new float[count];
    Encoding.PCMU.decode(bytes, off, count, samples, 0);
    return samples;
  }

  @Test
  void shouldDecodeAndResampleAsScipyDoes() throws IOException {
    byte[] bytes = resource("telephone.pcmu");
    float[] expected;
    try (InputStream raw =
            TelephoneTest.class.getResourceAsStream("/golden/telephone_mulaw.bin.gz");
        InputStream in = new GZIPInputStream(raw)) {
      byte[] all = in.readAllBytes();
      expected = new float[17_640];
      Encoding.F32LE.decode(all, 8, expected.length * 4, expected, 0);
    }
    float[] ours = new float[expected.length];
    int[] count = new int[1];
    Resampler resampler =
        new Resampler(
            RATE,
            0,
            (samples, offset, n) -> {
              System.arraycopy(samples, offset, ours, count[0], n);
              count[0] += n;
            });
    resampler.accept(decode(bytes, 0, bytes.length), 0, bytes.length);
    resampler.finish();
    assertThat(count[0]).isEqualTo(expected.length);
    assertThat(ours).containsExactly(expected, Offset.offset(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 160, 6_400})
  void shouldGiveTheSameWindowWhateverTheSizesOfTheChunks(int chunk) throws IOException {
    byte[] bytes = resource("telephone.pcmu");
    FrontEnd frontEnd = new FrontEnd(RATE, FeatureSpec.WINDOW_FRAMES);
    for (int at = 0; at < bytes.length; at += chunk) {
      int n = Math.min(chunk, bytes.length - at);
      frontEnd.accept(decode(bytes, at, n), 0, n);
    }
    frontEnd.finish();
    float[] window = new float[(int) frontEnd.frames() * FeatureSpec.FEATURES];
    frontEnd.window(frontEnd.frames(), window, 0);
    assertThat(window).isEqualTo(Features.of(decode(bytes, 0, bytes.length), RATE));
  }
}
