package org.emotionmonitor.bench.stream;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.ingest.AudioPublisher;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;

/**
 * Customers' legs in real time: each sends a chunk of 8 kHz µ-law every {@code chunkMs}, the legs
 * evenly spread over that time. A chunk's timestamp is the moment it is sent.
 */
final class Load implements AutoCloseable {

  /** How many begins of the audio the legs take turns in. */
  static final int VARIANTS = 4;

  private final CallAudio audio;
  private final AudioPublisher publisher;
  private final int legs;
  private final int chunkMs;
  private final LegKey[] keys;
  private long worstLateNanos;

  /** Legs are called after {@code name}, which must be new to the topic. */
  Load(CallAudio audio, String bootstrap, String topic, String name, int legs, int chunkMs) {
    this.audio = audio;
    this.publisher = AudioPublisher.connect(Map.of("bootstrap.servers", bootstrap), topic);
    this.legs = legs;
    this.chunkMs = chunkMs;
    this.keys = new LegKey[legs];
    for (int leg = 0; leg < legs; leg++) {
      keys[leg] = new LegKey(name + "-" + leg, "customer");
    }
  }

  /** Bytes that each leg has sent after {@code seconds}. */
  static int bytes(int seconds) {
    return seconds * CallAudio.RATE;
  }

  /** The variant of the leg of that key. */
  static int variant(String legKey) {
    String call = legKey.substring(0, legKey.indexOf('/'));
    return Integer.parseInt(call.substring(call.lastIndexOf('-') + 1)) % VARIANTS;
  }

  /** Starts the legs, sends so many seconds of each, and stops them. */
  void run(int seconds) {
    long chunks = seconds * 1_000L / chunkMs;
    int bytes = chunkMs * CallAudio.RATE / 1_000;
    for (LegKey key : keys) {
      publisher.start(
          StartRecord.of(
              key, Role.CUSTOMER, Encoding.PCMU, CallAudio.RATE, chunkMs, Instant.now()));
    }
    long begin = System.nanoTime();
    for (long seq = 0; seq < chunks; seq++) {
      for (int leg = 0; leg < legs; leg++) {
        long due = begin + chunkMs * 1_000_000L * (seq * legs + leg) / legs;
        sleepUntil(due);
        byte[] chunk = audio.slice(variant(keys[leg].toString()), VARIANTS, seq * bytes, bytes);
        publisher.media(keys[leg], seq, chunk, Instant.now());
        worstLateNanos = Math.max(worstLateNanos, System.nanoTime() - due);
      }
    }
    for (LegKey key : keys) {
      publisher.stop(key, Instant.now());
    }
    publisher.flush();
  }

  /** How far the sender fell behind its own clock at the worst, in ms. */
  long worstLateMs() {
    return worstLateNanos / 1_000_000;
  }

  private static void sleepUntil(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void close() {
    publisher.close();
  }
}
