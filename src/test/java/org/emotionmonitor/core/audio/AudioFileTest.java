package org.emotionmonitor.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AudioFileTest {

  @TempDir Path folder;

  private Path wav(int tag, int channels, int rate, int bits, byte[] data, boolean extensible)
      throws IOException {
    int fmt = extensible ? 40 : 16;
    ByteBuffer out = ByteBuffer.allocate(28 + fmt + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(20 + fmt + data.length);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(fmt);
    out.putShort((short) (extensible ? 0xfffe : tag)).putShort((short) channels).putInt(rate);
    out.putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8));
    out.putShort((short) bits);
    if (extensible) {
      out.putShort((short) 22).putShort((short) bits).putInt(channels == 1 ? 4 : 3);
      out.putShort((short) tag).putShort((short) 0).putShort((short) 0).putShort((short) 0x10);
      out.put(new byte[] {(byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71});
    }
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
    Path path = folder.resolve("a.wav");
    return Files.write(path, out.array());
  }

  @ParameterizedTest
  @CsvSource({
    "1,8,false",
    "1,16,false",
    "1,24,false",
    "1,32,false",
    "3,32,false",
    "3,64,false",
    "6,8,false",
    "7,8,false",
    "1,16,true",
    "1,24,true",
    "3,32,true"
  })
  void shouldReadHalfScaleFromEveryWavFormat(int tag, int bits, boolean extensible)
      throws IOException {
    ByteBuffer data = ByteBuffer.allocate(20 * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 20; i++) {
      double value = i % 2 == 0 ? 0.5 : -0.25; // left, right
      switch (tag * 100 + bits) {
        case 108 -> data.put((byte) Math.round(128 + value * 128));
        case 116 -> data.putShort((short) (value * 32_768));
        case 124 -> {
          int v = (int) (value * 8_388_608);
          data.put((byte) v).put((byte) (v >> 8)).put((byte) (v >> 16));
        }
        case 132 -> data.putInt((int) (value * 2_147_483_648.0));
        case 332 -> data.putFloat((float) value);
        case 364 -> data.putDouble(value);
        case 608 -> data.put(G711.toAlaw((int) (value * 32_768)));
        default -> data.put(G711.toMulaw((int) (value * 32_768)));
      }
    }
    Path path = wav(tag, 2, 8_000, bits, data.array(), extensible);
    try (AudioFile file = AudioFile.open(path)) {
      assertThat(file.sampleRate()).isEqualTo(8_000);
      assertThat(file.channels()).isEqualTo(2);
      assertThat(file.length()).isEqualTo(10);
    }
    float[][] audio = AudioFile.readAll(path);
    assertThat(audio[0]).hasSize(10);
    assertThat(audio[0][3]).isEqualTo(0.5f, Offset.offset(0.02f));
    assertThat(audio[1][9]).isEqualTo(-0.25f, Offset.offset(0.01f));
  }

  @Test
  void shouldSayWhatIsWrongWhenTheFileEndsEarly() throws IOException {
    Path path = wav(1, 1, 8_000, 16, new byte[2_000], false);
    Files.write(path, Arrays.copyOf(Files.readAllBytes(path), 1_044));
    assertThatThrownBy(() -> AudioFile.readAll(path))
        .isInstanceOf(AudioFileException.class)
        .hasMessageContaining("a.wav: ends after 500 of the 1000 samples");
  }

  @Test
  void shouldSayWhatIsWrongWhenItIsNoAudioFile() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "hello, this is a text");
    assertThatThrownBy(() -> AudioFile.open(text))
        .isInstanceOf(AudioFileException.class)
        .hasMessageContaining("neither WAV nor FLAC");
    assertThatThrownBy(() -> AudioFile.open(folder.resolve("none.wav")))
        .isInstanceOf(AudioFileException.class)
        .hasMessageContaining("no such file");
  }
}
