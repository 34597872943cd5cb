package org.emotionmonitor.bench.stream;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.ingest.AudioPublisher;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;

/**
 * Customers' legs in real time: each sends a chunk of 8 kHz µ-law every {@code chunkMs}. The legs
 * begin at random moments within a second, as calls do: so do their windows fall due. A chunk's
 * timestamp is the moment it is sent.
 */
final class Load implements AutoCloseable {

  /** How many begins of the audio the legs take turns in. */
  static final int VARIANTS = 4;

  private static final long SECOND = 1_000_000_000;

  /** To wake up for every chunk would cost a tenth of a core. */
  private static final long TICK_NANOS = 1_000_000;

  private final CallAudio audio;
  private final AudioPublisher publisher;
  private final int legs;
  private final int chunkMs;
  private double speed = 1;
  private long worstLateNanos;
  private boolean allSent;

  /** So many legs at a time. */
  Load(CallAudio audio, String bootstrap, String topic, int legs, int chunkMs) {
    this.audio = audio;
    this.publisher = AudioPublisher.connect(Map.of("bootstrap.servers", bootstrap), topic);
    this.legs = legs;
    this.chunkMs = chunkMs;
  }

  /** Sends so many times faster than real time from now on. */
  void speed(double times) {
    speed = times;
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

  /**
   * Starts the legs, sends so many seconds of each, and stops them.
   *
   * @param name what they are called after; new to the topic
   */
  void run(String name, int seconds) {
    allSent = false;
    long period = (long) (chunkMs * TICK_NANOS / speed);
    long chunks = seconds * 1_000L / chunkMs;
    long[] offsets = offsets(period);
    long last = chunks + Arrays.stream(offsets).max().orElse(0) / period;
    long begin = System.nanoTime();
    for (long round = 0; round <= last; round++) {
      for (int leg = 0; leg < legs; leg++) {
        long seq = round - offsets[leg] / period;
        if (seq >= 0 && seq <= chunks) {
          long due = begin + round * period + offsets[leg] % period;
          sleepUntil(due);
          send(new LegKey(name + "-" + leg, "customer"), seq, chunks);
          worstLateNanos = Math.max(worstLateNanos, System.nanoTime() - due);
        }
      }
    }
    publisher.flush();
    allSent = true;
  }

  /**
   * Whoever waited for the thread of {@link #run} learns here that it failed.
   *
   * @throws IllegalStateException if not everything was sent
   */
  void requireAllSent() {
    if (!allSent) {
      throw new IllegalStateException("the load could not be sent; what was seen means nothing");
    }
  }

  /** When the legs begin; sorted by when their chunks come within the period. */
  private long[] offsets(long period) {
    Random random = new Random(legs);
    return random
        .longs(legs, 0, (long) (SECOND / speed))
        .boxed()
        .sorted((a, b) -> Long.compare(a % period, b % period))
        .mapToLong(Long::longValue)
        .toArray();
  }

  private void send(LegKey key, long seq, long chunks) {
    if (seq == chunks) {
      publisher.stop(key, Instant.now());
      return;
    }
    if (seq == 0) {
      publisher.start(
          StartRecord.of(
              key, Role.CUSTOMER, Encoding.PCMU, CallAudio.RATE, chunkMs, Instant.now()));
    }
    int bytes = chunkMs * CallAudio.RATE / 1_000;
    byte[] chunk = audio.slice(variant(key.toString()), VARIANTS, seq * bytes, bytes);
    publisher.media(key, seq, chunk, Instant.now());
  }

  /** How far the sender fell behind its own clock at the worst, in ms. */
  long worstLateMs() {
    return worstLateNanos / TICK_NANOS;
  }

  private static void sleepUntil(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(Math.max(TICK_NANOS, left));
    }
  }

  @Override
  public void close() {
    publisher.close();
  }
}
