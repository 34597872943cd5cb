package org.emotionmonitor.app.topology.leg;

import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;

/**
 * Puts a leg's chunks in order. A gap is waited for until the chunks behind it span {@code waitMs}
 * of capture time, or are more than {@code maxWaiting}. What is delivered depends on the order of
 * arrival and the chunks alone, never on the wall clock, so reading the same records again gives
 * the same audio.
 */
final class Reorder {

  private static final long NONE = -1;

  private final TreeMap<Long, Chunk> waiting = new TreeMap<>();
  private final long waitMs;
  private final int maxWaiting;
  private final long maxGap;

  /**
   * The last chunk that was delivered at each seq modulo the length: tells duplicates from late.
   */
  private final long[] delivered;

  private long next;
  private boolean forgotten;

  Reorder(long waitMs, int maxWaiting, long maxGap, int history) {
    this.waitMs = waitMs;
    this.maxWaiting = maxWaiting;
    this.maxGap = maxGap;
    this.delivered = new long[history];
    Arrays.fill(delivered, NONE);
  }

  /** One past the newest seq that has been delivered or given up. */
  long next() {
    return next;
  }

  /** Chunks that wait for those before them. */
  Collection<Chunk> waiting() {
    return waiting.values();
  }

  Arrival offer(Chunk chunk) {
    long seq = chunk.seq();
    if (seq < next) {
      return delivered[slot(seq)] == seq ? Arrival.DUPLICATE : Arrival.LATE;
    }
    if (seq - next > maxGap) {
      return Arrival.JUMP;
    }
    return waiting.putIfAbsent(seq, chunk) == null ? Arrival.ACCEPTED : Arrival.DUPLICATE;
  }

  /** The next chunk if it is there or the wait for those before it is over; otherwise null. */
  Delivery poll() {
    return !waiting.isEmpty() && (waiting.firstKey() == next || expired()) ? take() : null;
  }

  /** The next chunk that is there, without waiting for those before it; null if there is none. */
  Delivery drain() {
    return waiting.isEmpty() ? null : take();
  }

  /** Takes note of a chunk that was delivered before a restart. */
  void restoreDelivered(long seq) {
    delivered[slot(seq)] = Math.max(delivered[slot(seq)], seq);
    next = Math.max(next, seq + 1);
  }

  /** Forgets the chunks that wait; the next one that comes is the next in order. */
  void forget() {
    waiting.clear();
    forgotten = true;
  }

  boolean isForgotten() {
    return forgotten;
  }

  /** After {@link #forget()}, goes on with {@code seq}; how many chunks that passes over. */
  long skipTo(long seq) {
    if (!forgotten || seq < next) {
      return 0;
    }
    long skipped = seq - next;
    next = seq;
    forgotten = false;
    return skipped;
  }

  /** Takes note that everything before {@code seq} was delivered or given up before a restart. */
  void restoreNext(long seq, boolean wasForgotten) {
    next = Math.max(next, seq);
    forgotten = wasForgotten;
  }

  private Delivery take() {
    Chunk chunk = waiting.pollFirstEntry().getValue();
    long lost = chunk.seq() - next;
    next = chunk.seq() + 1;
    delivered[slot(chunk.seq())] = chunk.seq();
    return new Delivery(chunk, lost);
  }

  private boolean expired() {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Chunk chunk : waiting.values()) {
      first = Math.min(first, chunk.capturedMs());
      last = Math.max(last, chunk.capturedMs());
    }
    return waiting.size() > maxWaiting || last - first >= waitMs;
  }

  private int slot(long seq) {
    return (int) (seq % delivered.length);
  }
}
