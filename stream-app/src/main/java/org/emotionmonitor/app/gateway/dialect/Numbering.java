package org.emotionmonitor.app.gateway.dialect;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a stream of several tracks numbers its pieces: all in one row, so that a number that is
 * missing on one track may belong to another, or each track by itself. No protocol says which;
 * here, it is one row until a number comes on two tracks.
 */
final class Numbering {
  private static final int REMEMBERED = 256;

  /** Pieces in one row are not further out of order than this. */
  private static final int FAR = 64;

  private final Map<Long, Object> owners =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Object> eldest) {
          return size() > REMEMBERED;
        }
      };

  private Object first;
  private boolean several;
  private boolean separate;
  private long highest = Long.MIN_VALUE;

  /** A piece with this number came on {@code track}. */
  void came(Object track, long number) {
    if (first == null) {
      first = track;
    }
    if (track != first) {
      several = true;
    }
    Object owner = owners.putIfAbsent(number, track);
    if (owner != null && owner != track) {
      separate = true;
    }
    if (several && owner == null && number + FAR < highest) {
      separate = true;
    }
    highest = Math.max(highest, number);
  }

  /** Whether the pieces of several tracks are numbered in one row. */
  boolean oneRow() {
    return several && !separate;
  }

  /** Whether {@code number}, which {@code track} lacks, is that of another track's piece. */
  boolean elsewhere(Object track, long number) {
    Object owner = oneRow() ? owners.get(number) : null;
    return owner != null && owner != track;
  }
}
