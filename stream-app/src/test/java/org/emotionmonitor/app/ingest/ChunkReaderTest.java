package org.emotionmonitor.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotionmonitor.core.audio.AudioFile;
import org.emotionmonitor.core.audio.Encoding;

final class ChunkReaderTest {

  @Property(tries = 60)
  void shouldGiveTheWholeFileInOrderWhateverTheChunks(
      @ForAll @IntRange(min = 20, max = 1000) int chunkMs,
      @ForAll @IntRange(min = 320, max = 1_920) int step,
      @ForAll @IntRange(min = 1, max = 30_000) int samples)
      throws IOException {
    int rate = step * 25;
    Path file = Files.createTempFile("chunks", ".wav");
    try {
      float[] left = WavFiles.tone(samples, rate, 220, 0);
      float[] right = WavFiles.tone(samples, rate, 330, 1);
      WavFiles.write(file, rate, left, right);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      long chunks = 0;
      try (AudioFile audio = AudioFile.open(file)) {
        ChunkReader reader = new ChunkReader(audio, chunkMs, Encoding.S16LE);
        while (reader.next()) {
          all.writeBytes(reader.encoded(1));
          chunks++;
          // Chunk k begins k durations into the file, rounded down.
          assertThat(reader.position())
              .isEqualTo(Math.min(samples, chunks * chunkMs * rate / 1_000));
        }
      }
      byte[] expected = new byte[samples * 2];
      Encoding.S16LE.encode(right, 0, samples, expected, 0);
      assertThat(all.toByteArray()).isEqualTo(expected);
    } finally {
      Files.delete(file);
    }
  }
}
