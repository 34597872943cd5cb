package org.emotionmonitor.app.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.emotionmonitor.core.audio.Encoding;

class RechunkerProperties {
  private final List<Long> seqs = new ArrayList<>();
  private final List<byte[]> chunks = new ArrayList<>();

  @Property(tries = 200)
  void shouldKeepEveryByteInOrderWhateverTheSizesOfTheMessages(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 3000) Integer> sizes,
      @ForAll Encoding encoding)
      throws Exception {
    Rechunker rechunker = rechunker(encoding, 8_000);
    ByteArrayOutputStream in = new ByteArrayOutputStream();
    for (int samples : sizes) {
      byte[] audio = bytes(samples * encoding.bytesPerSample(), in.size());
      in.writeBytes(audio);
      rechunker.add(audio);
    }
    rechunker.flush();

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    chunks.forEach(out::writeBytes);
    assertThat(out.toByteArray()).isEqualTo(in.toByteArray());
    for (int i = 0; i < chunks.size(); i++) {
      assertThat(seqs.get(i)).isEqualTo(i);
      if (i < chunks.size() - 1) {
        assertThat(chunks.get(i)).hasSize(800 * encoding.bytesPerSample());
      }
    }
  }

  @Property(tries = 200)
  void shouldKeepTheClockOfTheLegWhenAudioIsMissing(
      @ForAll @IntRange(min = 0, max = 3000) int before,
      @ForAll @IntRange(min = 0, max = 200_000) int gapMs,
      @ForAll @IntRange(min = 1, max = 3000) int after)
      throws Exception {
    Rechunker rechunker = rechunker(Encoding.PCMU, 8_000);
    rechunker.add(bytes(before, 0));
    rechunker.gap(gapMs);
    rechunker.add(bytes(after, 0));
    rechunker.flush();

    long missing = seqs.get(seqs.size() - 1) + 1 - seqs.size();
    long heard = chunks.stream().mapToLong(c -> c.length).sum();
    assertThat(heard + missing * 800).isEqualTo(before + gapMs * 8L + after);
    for (int i = 1; i < seqs.size(); i++) {
      assertThat(seqs.get(i) - seqs.get(i - 1)).isBetween(1L, 301L);
    }
  }

  private Rechunker rechunker(Encoding encoding, int rate) {
    seqs.clear();
    chunks.clear();
    return new Rechunker(
        encoding,
        rate,
        100,
        (seq, audio) -> {
          seqs.add(seq);
          chunks.add(audio);
        });
  }

  private static byte[] bytes(int n, int from) {
    byte[] bytes = new byte[n];
    for (int i = 0; i < n; i++) {
      bytes[i] = (byte) ((from + i) * 31);
    }
    return bytes;
  }
}
