package org.emotionmonitor.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EncodingTest {

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void shouldComeBackToTheSameBytesWhenDecodedAndEncoded(Encoding encoding) {
    byte[] bytes = new byte[256 * 4];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (encoding == Encoding.F32LE ? i % 4 == 3 ? 62 : i : i);
    }
    float[] samples = new float[bytes.length];
    int n = encoding.decode(bytes, 0, bytes.length, samples, 0);
    byte[] back = new byte[bytes.length];
    encoding.encode(samples, 0, n, back, 0);
    if (encoding == Encoding.PCMU) {
      bytes[127] = bytes[127 + 256] = bytes[127 + 512] = bytes[127 + 768] = (byte) 255; // two zeros
    }
    assertThat(n).isEqualTo(bytes.length / encoding.bytesPerSample());
    assertThat(back).isEqualTo(bytes);
    assertThat(Encoding.parse(encoding.label())).isEqualTo(encoding);
  }

  @Test
  void shouldFollowTheTablesOfG711() {
    float[] out = new float[4];
    Encoding.PCMU.decode(new byte[] {0, (byte) 0x80, (byte) 0xff, 0x70}, 0, 4, out, 0);
    assertThat(out).containsExactly(-32_124 / 32_768f, 32_124 / 32_768f, 0f, -120 / 32_768f);
    Encoding.PCMA.decode(new byte[] {0x2a, (byte) 0xaa, (byte) 0xd5, 0x55}, 0, 4, out, 0);
    assertThat(out).containsExactly(-32_256 / 32_768f, 32_256 / 32_768f, 8 / 32_768f, -8 / 32_768f);
  }

  @Test
  void shouldNameWhatIsAllowedWhenTheEncodingIsUnknown() {
    assertThatThrownBy(() -> Encoding.parse("opus"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("encoding 'opus' is not supported; use one of: s16le, pcmu, pcma, f32le");
  }

  @Test
  void shouldRefuseHalfASample() {
    assertThatThrownBy(() -> Encoding.S16LE.decode(new byte[3], 0, 3, new float[2], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 bytes of s16le");
  }

  @Test
  void shouldDecodeWhatIsNotANumberAsSilence() {
    byte[] bytes = {0, 0, (byte) 0xc0, 0x7f, 0, 0, (byte) 0x80, 0x7f};
    float[] out = new float[2];
    Encoding.F32LE.decode(bytes, 0, 8, out, 0);
    assertThat(out).containsExactly(0f, 1f);
  }
}
