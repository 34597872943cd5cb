package org.emotionmonitor.core.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that {@link FuzzTest} breaks are sound: 2,000 samples of a sine, written by SoX. */
final class SeedFilesTest {

  private static final Path NAME = Path.of("seed");

  @ParameterizedTest
  @ValueSource(strings = {"stereo.flac", "pcm16.wav", "float.wav"})
  void shouldReadTheSine(String name) throws IOException {
    InputStream in = new ByteArrayInputStream(FuzzTest.seed(name));
    try (AudioFile audio = name.endsWith("flac") ? new FlacFile(NAME, in) : new WavFile(NAME, in)) {
      float[][] block = new float[2][4_000];
      assertThat(audio.read(block, 4_000)).isEqualTo(2_000);
      for (int n = 0; n < 2_000; n++) {
        assertThat(block[0][n]).isBetween(sine(n) - 1e-4f, sine(n) + 1e-4f);
      }
    }
  }

  @Test
  void shouldEndWhenSomethingFollowsTheAudio() throws IOException {
    byte[] seed = FuzzTest.seed("stereo.flac");
    byte[] tagged = Arrays.copyOf(seed, seed.length + 128);
    System.arraycopy(new byte[] {'T', 'A', 'G'}, 0, tagged, seed.length, 3);
    try (AudioFile audio = new FlacFile(NAME, new ByteArrayInputStream(tagged))) {
      float[][] block = new float[2][4_000];
      assertThat(audio.read(block, 4_000)).isEqualTo(2_000);
      assertThat(audio.read(block, 4_000)).isEqualTo(-1);
    }
  }

  private static float sine(int n) {
    return (float) (0.5 * Math.sin(2 * Math.PI * 440 * n / 8_000));
  }
}
