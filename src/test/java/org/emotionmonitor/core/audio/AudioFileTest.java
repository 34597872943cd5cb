package org.emotionmonitor.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
    byte[] wav = TestWav.of(tag, bits, extensible, 0.5, -0.25, 10);
    Path path = Files.write(folder.resolve("a.wav"), wav);
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
    byte[] wav = TestWav.of(1, 16, false, 0.5, -0.25, 1_000);
    Path path = Files.write(folder.resolve("a.wav"), Arrays.copyOf(wav, 2_044));
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
