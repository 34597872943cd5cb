package org.emotionmonitor.core.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Broken audio: whatever the bytes, a reader gives samples in range or an {@link
 * AudioFileException}, soon and without much memory. {@code -Dfuzz.tries=N} sets the inputs per
 * test.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FuzzTest {

  private static final int TRIES = Integer.getInteger("fuzz.tries", 3_000);
  private static final Path NAME = Path.of("fuzz");

  @ParameterizedTest
  @ValueSource(strings = {"stereo.flac", "mono24.flac", "pcm16.wav", "float.wav", "mulaw.wav"})
  void shouldReadOrRefuseWhateverTheBytes(String seedFile) throws IOException {
    byte[] seed;
    try (InputStream in = FuzzTest.class.getResourceAsStream("/audio/" + seedFile)) {
      seed = in.readAllBytes();
    }
    boolean flac = seedFile.endsWith("flac");
    float[][] block = new float[AudioFile.MAX_CHANNELS][1_024];
    for (int i = 0; i < TRIES; i++) {
      byte[] bytes = mutate(seed, new Random(i));
      InputStream in = new ByteArrayInputStream(bytes);
      try (AudioFile file = flac ? new FlacFile(NAME, in) : new WavFile(NAME, in)) {
        long total = 0;
        for (int n = file.read(block, 1_024); n >= 0; n = file.read(block, 1_024)) {
          total += n;
          assertThat(total).as("samples of input %d", i).isLessThan(10_000_000);
        }
        assertThat(file.sampleRate()).as("rate of input %d", i).isPositive();
      } catch (AudioFileException e) {
        assertThat(e).hasMessageContaining("fuzz: ");
      } catch (RuntimeException | Error e) {
        throw new AssertionError("input %d of %s".formatted(i, seedFile), e);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void shouldDecodeAnyBytesToSamplesInRange(Encoding encoding) {
    Random random = new Random(1);
    byte[] bytes = new byte[320];
    float[] samples = new float[320];
    for (int i = 0; i < TRIES; i++) {
      random.nextBytes(bytes);
      int n = encoding.decode(bytes, 0, bytes.length, samples, 0);
      for (int j = 0; j < n; j++) {
        if (!(Math.abs(samples[j]) <= 1f)) {
          throw new AssertionError(encoding + " gave " + samples[j]);
        }
      }
    }
  }

  @Test
  void shouldReadTheSeedsThemselves() throws IOException {
    for (String file : new String[] {"stereo.flac", "pcm16.wav", "float.wav"}) {
      try (InputStream in = FuzzTest.class.getResourceAsStream("/audio/" + file);
          AudioFile audio =
              file.endsWith("flac") ? new FlacFile(NAME, in) : new WavFile(NAME, in)) {
        float[][] block = new float[2][4_000];
        assertThat(audio.read(block, 4_000)).isEqualTo(2_000);
        for (int n = 0; n < 2_000; n++) {
          assertThat(block[0][n]).isBetween(sine(n) - 1e-4f, sine(n) + 1e-4f);
        }
      }
    }
  }

  @Test
  void shouldEndWhenSomethingFollowsTheAudio() throws IOException {
    byte[] seed;
    try (InputStream in = FuzzTest.class.getResourceAsStream("/audio/stereo.flac")) {
      seed = in.readAllBytes();
    }
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

  private static byte[] mutate(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    // Most of what can go wrong is in the header.
    int reach = random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length;
    for (int k = random.nextInt(8); k >= 0; k--) {
      int at = random.nextInt(reach);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0);
        default -> {
          int n = Math.min(random.nextInt(64), bytes.length - at);
          System.arraycopy(bytes, random.nextInt(bytes.length - n + 1), bytes, at, n);
        }
      }
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }
}
