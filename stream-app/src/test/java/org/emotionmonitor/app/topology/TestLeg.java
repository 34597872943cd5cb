package org.emotionmonitor.app.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;

/** A leg for tests: 8 kHz µ-law in chunks of 100 ms. */
public final class TestLeg {

  /** When every leg of the tests begins. */
  public static final Instant BEGIN = Instant.parse("2026-01-31T09:30:00Z");

  private static final int RATE = 8_000;
  private static final int CHUNK_MS = 100;

  private TestLeg() {}

  /** Its start record. */
  public static StartRecord start(String key, Role role) {
    return StartRecord.of(LegKey.parse(key), role, Encoding.PCMU, RATE, CHUNK_MS, BEGIN);
  }

  /** Its chunks, in order; captured when their audio has been spoken. */
  public static List<Chunk> chunks(byte[] audio) {
    int size = RATE * CHUNK_MS / 1_000;
    List<Chunk> chunks = new ArrayList<>();
    for (int from = 0; from < audio.length; from += size) {
      int seq = from / size;
      long time = BEGIN.toEpochMilli() + (seq + 1L) * CHUNK_MS;
      byte[] part = Arrays.copyOfRange(audio, from, Math.min(audio.length, from + size));
      chunks.add(new Chunk(seq, time, time, part));
    }
    return chunks;
  }

  /** Chunks of {@code seconds} of speech. */
  public static List<Chunk> speech(double seconds) {
    return chunks(TestVoice.speech(Encoding.PCMU, RATE, seconds));
  }

  /** Chunks of {@code seconds} of silence. */
  public static List<Chunk> silence(double seconds) {
    return chunks(TestVoice.silence(Encoding.PCMU, RATE, seconds));
  }
}
