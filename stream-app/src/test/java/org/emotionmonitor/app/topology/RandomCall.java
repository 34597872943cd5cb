package org.emotionmonitor.app.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.emotionmonitor.app.domain.ChunkCounts;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;

/**
 * A leg as a bad network delivers it: cut at random, shuffled within the wait, duplicated, thinned,
 * with pauses; and the audio that should be heard of it.
 */
final class RandomCall {

  /**
   * One record.
   *
   * @param type what it is
   * @param seq of a chunk
   * @param capturedMs its timestamp
   * @param audio of a chunk
   * @param arrivesMs orders the records
   */
  record Sent(Type type, long seq, long capturedMs, byte[] audio, double arrivesMs) {

    Sent at(double time) {
      return new Sent(type, seq, capturedMs, audio, time);
    }
  }

  enum Type {
    CHUNK,
    PAUSE,
    RESUME
  }

  /** Samples [from, to) that never arrived. */
  record Lost(long from, long to) {}

  private static final int[] RATES = {8_000, 16_000, 48_000};
  private static final int ANNOUNCED_MS = 100;
  private static final int SHORTEST_MS = 60;
  private static final int LONGEST_MS = 300;
  private static final int MOST_DISORDER_MS = 400;

  /** After so many chunks the wait for one is over for sure. */
  private static final int LATE_CHUNKS = 20;

  final StartRecord start;
  final List<Sent> sent = new ArrayList<>();
  final List<Lost> losses = new ArrayList<>();
  final float[] heard;
  final ChunkCounts counts;

  private final Random random;
  private final Set<Long> tooLate = new HashSet<>();
  private final int disorderMs;
  private float[] samples;
  private int size;
  private long clockMs = TestLeg.BEGIN.toEpochMilli();
  private long seq;
  private Sent delayed;
  private int delayedUntil;
  private long received;
  private long duplicate;
  private long late;
  private long lost;
  private long paused;

  RandomCall(String key, Random random) {
    this.random = random;
    int rate = RATES[random.nextInt(RATES.length)];
    List<Encoding> encodings = List.of(Encoding.values());
    Encoding encoding = encodings.get(random.nextInt(encodings.size()));
    start =
        StartRecord.of(
            LegKey.parse(key), Role.CUSTOMER, encoding, rate, ANNOUNCED_MS, TestLeg.BEGIN);
    disorderMs = random.nextInt(MOST_DISORDER_MS);
    byte[] audio = audio(encoding, rate);
    samples = new float[2 * audio.length / encoding.bytesPerSample()];
    cut(audio, rate * encoding.bytesPerSample() / 1_000);
    heard = Arrays.copyOf(samples, size);
    samples = null;
    for (Sent record : List.copyOf(sent)) {
      if (record.type() == Type.CHUNK && random.nextInt(20) == 0) {
        sent.add(record.at(record.arrivesMs() + random.nextInt(2_000)));
        boolean isLate = tooLate.contains(record.seq());
        late += isLate ? 1 : 0;
        duplicate += isLate ? 0 : 1;
      }
    }
    sent.sort(Comparator.comparingDouble(Sent::arrivesMs));
    counts = new ChunkCounts(received, duplicate, late, lost, paused);
  }

  long chunksSent() {
    return sent.stream().filter(record -> record.type() == Type.CHUNK).count();
  }

  /** Speech and silence in turns. */
  private byte[] audio(Encoding encoding, int rate) {
    byte[] audio = {};
    int parts = 3 + random.nextInt(5);
    for (int i = 0; i < parts; i++) {
      double seconds = 0.3 + random.nextDouble() * 2.5;
      byte[] part =
          i % 2 == 0
              ? TestVoice.speech(encoding, rate, seconds)
              : TestVoice.silence(encoding, rate, seconds / 2);
      audio = Arrays.copyOf(audio, audio.length + part.length);
      System.arraycopy(part, 0, audio, audio.length - part.length, part.length);
    }
    return audio;
  }

  private void cut(byte[] audio, int bytesPerMs) {
    List<byte[]> chunks = new ArrayList<>();
    for (int from = 0; from < audio.length; ) {
      int ms = SHORTEST_MS + random.nextInt(LONGEST_MS - SHORTEST_MS);
      int to = Math.min(audio.length, from + ms * bytesPerMs);
      chunks.add(Arrays.copyOfRange(audio, from, to));
      from = to;
    }
    for (int i = 0; i < chunks.size(); i++) {
      byte[] chunk = chunks.get(i);
      clockMs += Math.max(1, chunk.length / bytesPerMs);
      boolean last = i == chunks.size() - 1;
      if (!last && random.nextInt(15) == 0) {
        boolean comes = delayed == null && i + LATE_CHUNKS < chunks.size() && random.nextBoolean();
        delayedUntil = comes ? i + LATE_CHUNKS : delayedUntil;
        lose(chunk, comes);
      } else {
        hear(chunk);
      }
      if (delayed != null && i == delayedUntil) {
        sent.add(delayed.at((double) (clockMs + disorderMs + 1)));
        delayed = null;
      }
      if (!last && random.nextInt(25) == 0) {
        pause(chunk);
      }
    }
  }

  private void hear(byte[] audio) {
    received++;
    send(audio, clockMs + random.nextDouble() * disorderMs);
    size += start.encoding().decode(audio, 0, audio.length, samples, size);
  }

  /** Nothing comes of it, or it comes when silence has taken its place. */
  private void lose(byte[] audio, boolean comes) {
    lost++;
    if (comes) {
      late++;
      tooLate.add(seq);
      delayed = new Sent(Type.CHUNK, seq, clockMs, audio, 0);
    }
    seq++;
    int silence = start.sampleRate() * ANNOUNCED_MS / 1_000;
    losses.add(new Lost(size, size + silence));
    size += silence;
  }

  private void pause(byte[] audio) {
    sent.add(new Sent(Type.PAUSE, 0, clockMs + 1, null, clockMs + 1));
    int during = random.nextInt(6);
    for (int i = 0; i < during; i++) {
      clockMs += ANNOUNCED_MS;
      paused++;
      send(audio, clockMs + random.nextDouble() * disorderMs);
    }
    clockMs += 1_000 + random.nextInt(100_000);
    sent.add(new Sent(Type.RESUME, 0, clockMs, null, clockMs));
  }

  private void send(byte[] audio, double arrivesMs) {
    sent.add(new Sent(Type.CHUNK, seq++, clockMs, audio, arrivesMs));
  }

  /** When a record was captured. */
  static Instant time(Sent record) {
    return Instant.ofEpochMilli(record.capturedMs());
  }
}
