package org.emotionmonitor.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that are cut off, contradict themselves or the audio behind them: what is said. */
final class LyingHeaderTest {

  @TempDir Path folder;

  private static byte[] seed(String name) throws IOException {
    try (InputStream in = LyingHeaderTest.class.getResourceAsStream("/audio/" + name)) {
      return in.readAllBytes();
    }
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("a.audio"), bytes);
  }

  /** The seed is 44 bytes of header and 2,000 samples of two channels of 16 bits at 8 kHz. */
  @ParameterizedTest
  @CsvSource({
    "20, 2, 2, its audio format 0x0002 is not PCM",
    "22, 2, 0, its header says 0 channels",
    "22, 2, 1000, its header says 1000 channels",
    "22, 2, 4, contradicts itself: 4 channels of 16 bits in blocks of 4 bytes",
    "24, 4, 0, its header says 0 samples per second",
    "24, 4, -1, its header says 4294967295 samples per second",
    "32, 2, 0, contradicts itself: 2 channels of 16 bits in blocks of 0 bytes",
    "34, 2, 8, contradicts itself: 2 channels of 8 bits in blocks of 4 bytes",
    "34, 2, 12, its header says 12 bits per sample",
    "16, 4, 8, its format chunk has less than 16 bytes",
    "12, 4, 0, there is no format chunk",
    "40, 4, 16000, ends after 2000 of the 4000 samples that its header promises",
    "40, 4, 0, 'promises 0 samples, but something follows'",
  })
  void shouldSayWhatIsWrongWhenTheWavHeaderSays(int at, int bytes, int value, String message)
      throws IOException {
    byte[] wav = seed("pcm16.wav");
    ByteBuffer buffer = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes == 2) {
      buffer.putShort(at, (short) value);
    } else {
      buffer.putInt(at, value);
    }
    Path path = file(wav);
    assertThatThrownBy(() -> AudioFile.readAll(path))
        .isInstanceOf(AudioFileException.class)
        .hasMessageStartingWith(path + ": ")
        .hasMessageContaining(message);
  }

  /** Bytes 21 (lower half) to 25 of a FLAC file are its samples: 2,000, in blocks of 4,096. */
  @ParameterizedTest
  @CsvSource({
    "24, 127, ends after 2000 of the 32720 samples that its header promises",
    "24, 1, holds more than the 464 samples that its header promises",
    "19, 0, its FLAC blocks differ in format",
    "4, 4, broken FLAC header",
    "5, 255, broken FLAC header",
  })
  void shouldSayWhatIsWrongWhenTheFlacHeaderSays(int at, int value, String message)
      throws IOException {
    byte[] flac = seed("stereo.flac");
    flac[at] = (byte) value;
    Path path = file(flac);
    assertThatThrownBy(() -> AudioFile.readAll(path))
        .isInstanceOf(AudioFileException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "pcm16.wav, 30, broken or unsupported WAV header",
    "pcm16.wav, 4000, ends after 989 of the 2000 samples",
    "stereo.flac, 20, broken FLAC header",
    "stereo.flac, 1000, of the 2000 samples",
  })
  void shouldSayWhatIsWrongWhenTheFileIsCutOff(String name, int length, String message)
      throws IOException {
    Path path = file(Arrays.copyOf(seed(name), length));
    assertThatThrownBy(() -> AudioFile.readAll(path))
        .isInstanceOf(AudioFileException.class)
        .hasMessageContaining(message);
  }

  /** The decoder by itself would give silence for a block whose checksum is wrong. */
  @ParameterizedTest
  @ValueSource(strings = {"stereo.flac", "mono24.flac"})
  void shouldSayWhereTheFlacAudioIsBroken(String name) throws IOException {
    byte[] flac = seed(name);
    flac[flac.length * 3 / 4] ^= 1;
    Path path = file(flac);
    assertThatThrownBy(() -> AudioFile.readAll(path))
        .isInstanceOf(AudioFileException.class)
        .hasMessageContaining("broken FLAC audio near sample 0: CRC Error");
  }

  /** As programs do that write to a pipe. */
  @Test
  void shouldReadToTheEndWhenTheLengthIsNotKnown() throws IOException {
    byte[] wav = seed("pcm16.wav");
    ByteBuffer.wrap(wav).putInt(4, -1).putInt(40, -1);
    Path path = file(wav);
    try (AudioFile file = AudioFile.open(path)) {
      assertThat(file.length()).isEqualTo(-1);
    }
    assertThat(AudioFile.readAll(path)[0]).hasSize(2_000);
  }
}
