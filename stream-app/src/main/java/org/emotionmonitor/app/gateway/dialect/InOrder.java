package org.emotionmonitor.app.gateway.dialect;

import java.util.TreeMap;
import org.emotionmonitor.app.ingest.live.IngestException;

/**
 * Puts numbered pieces of audio in order. A piece that is missing is waited for until a bounded
 * number of later ones has come; then it counts as lost. Pieces that come again are dropped.
 */
final class InOrder {
  private static final int MAX_HELD = 10;

  private final Sink sink;
  private final TreeMap<Long, byte[]> held = new TreeMap<>();
  private long next = -1;

  /** Takes the pieces in order. */
  interface Sink {
    void audio(byte[] audio) throws IngestException;

    /** {@code pieces} pieces never came. */
    void lost(long pieces) throws IngestException;
  }

  InOrder(Sink sink) {
    this.sink = sink;
  }

  /** The first piece may have any number. */
  void add(long number, byte[] audio) throws IngestException {
    if (next < 0) {
      next = number;
    }
    if (number < next || held.putIfAbsent(number, audio) != null) {
      return;
    }
    release();
    if (held.size() > MAX_HELD) {
      skip();
      release();
    }
  }

  /** No more will come: passes on what is held. */
  void end() throws IngestException {
    while (!held.isEmpty()) {
      skip();
      release();
    }
  }

  private void skip() throws IngestException {
    long first = held.firstKey();
    if (first > next) {
      sink.lost(first - next);
      next = first;
    }
  }

  private void release() throws IngestException {
    while (!held.isEmpty() && held.firstKey() == next) {
      sink.audio(held.pollFirstEntry().getValue());
      next++;
    }
  }
}
