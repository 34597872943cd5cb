package org.emotionmonitor.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/**
 * Broken audio: whatever the bytes, a reader gives samples or an {@link AudioFileException}, soon
 * and without much memory. Every try damages a file of each format in the same way; {@code
 * -Djqwik.tries.default=N} sets the tries.
 */
final class FuzzTest {

  private static final Path NAME = Path.of("fuzz");
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final int BLOCK = 1_024;
  private static final long MUCH = 10_000_000;
  private static final Map<String, byte[]> FILES = files();

  private final float[][] block = new float[AudioFile.MAX_CHANNELS][BLOCK];
  private final float[] samples = new float[320];

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name :
        List.of("stereo.flac", "mono24.flac", "pcm16.wav", "float.wav", "mulaw.wav")) {
      files.put(name, seed(name));
    }
    files.put("pcm8.wav", TestWav.of(1, 8, false, 0.5, -0.25, 500));
    files.put("pcm24.wav", TestWav.of(1, 24, false, 0.5, -0.25, 500));
    files.put("pcm32.wav", TestWav.of(1, 32, false, 0.5, -0.25, 500));
    files.put("double.wav", TestWav.of(3, 64, false, 0.5, -0.25, 500));
    files.put("alaw.wav", TestWav.of(6, 8, false, 0.5, -0.25, 500));
    files.put("extensible24.wav", TestWav.of(1, 24, true, 0.5, -0.25, 500));
    files.put("extensible-float.wav", TestWav.of(3, 32, true, 0.5, -0.25, 500));
    return files;
  }

  static byte[] seed(String name) {
    try (InputStream in = FuzzTest.class.getResourceAsStream("/audio/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<Tuple.Tuple2<List<Damage>, Integer>> damages() {
    return Damage.several();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void shouldReadOrRefuseWhateverTheBytes(
      @ForAll("damages") Tuple.Tuple2<List<Damage>, Integer> damages) {
    assertTimeoutPreemptively(
        SOON,
        () -> {
          for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
            read(file.getKey(), Damage.copy(file.getValue(), damages.get1(), damages.get2()));
          }
        });
  }

  private void read(String name, byte[] bytes) throws IOException {
    InputStream in = new ByteArrayInputStream(bytes);
    try (AudioFile file = name.endsWith("flac") ? new FlacFile(NAME, in) : new WavFile(NAME, in)) {
      assertThat(file.sampleRate()).as("rate of %s", name).isPositive();
      long total = 0;
      for (int n = file.read(block, BLOCK); n >= 0; n = file.read(block, BLOCK)) {
        total += n;
        if (total > MUCH) {
          throw new AssertionError(name + " has no end");
        }
        for (int c = 0; c < file.channels(); c++) {
          for (int i = 0; i < n; i++) {
            check(name, block[c][i]);
          }
        }
      }
    } catch (AudioFileException e) {
      assertThat(e).hasMessageContaining("fuzz: ");
    } catch (RuntimeException e) {
      throw new AssertionError(name, e);
    }
  }

  private static void check(String name, float sample) {
    if (!(Math.abs(sample) <= 1f)) {
      throw new AssertionError(name + " gave " + sample);
    }
  }

  @Property
  void shouldDecodeAnyBytesToSamplesInRange(@ForAll @Size(320) byte[] bytes) {
    for (Encoding encoding : Encoding.values()) {
      int n = encoding.decode(bytes, 0, bytes.length, samples, 0);
      for (int i = 0; i < n; i++) {
        check(encoding.label(), samples[i]);
      }
    }
  }
}
