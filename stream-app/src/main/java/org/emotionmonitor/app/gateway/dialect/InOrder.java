package org.emotionmonitor.app.gateway.dialect;

import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.emotionmonitor.app.ingest.live.IngestException;

/**
 * Puts numbered pieces of audio in order. A piece that is missing is waited for until a bounded
 * number of later ones has come; then it counts as lost. Pieces that come again are dropped.
 */
final class InOrder {
  private static final int MAX_HELD = 10;

  /** A jump beyond this is not looked at number by number. */
  private static final long LONG_JUMP = 1_000;

  private final Sink sink;
  private final LongPredicate elsewhere;
  private final TreeMap<Long, Piece> held = new TreeMap<>();
  private long next = -1;

  /** Takes the pieces in order. */
  interface Sink {
    void piece(Piece piece) throws IngestException;

    /** {@code pieces} pieces before {@code next} never came. */
    void lost(long pieces, Piece next) throws IngestException;
  }

  /**
   * @param elsewhere tells the numbers that are not missing here, as they belong to another row
   */
  InOrder(Sink sink, LongPredicate elsewhere) {
    this.sink = sink;
    this.elsewhere = elsewhere;
  }

  /** The first piece may have any number. */
  void add(long number, Piece piece) throws IngestException {
    if (next < 0) {
      next = number;
    }
    if (number < next || held.putIfAbsent(number, piece) != null) {
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
    long lost = first - next;
    if (lost <= LONG_JUMP) {
      lost = 0;
      for (long number = next; number < first; number++) {
        lost += elsewhere.test(number) ? 0 : 1;
      }
    }
    if (lost > 0) {
      sink.lost(lost, held.firstEntry().getValue());
    }
    next = first;
  }

  private void release() throws IngestException {
    while (!held.isEmpty() && (held.firstKey() == next || elsewhere.test(next))) {
      if (held.firstKey() == next) {
        sink.piece(held.pollFirstEntry().getValue());
      }
      next++;
    }
  }
}
