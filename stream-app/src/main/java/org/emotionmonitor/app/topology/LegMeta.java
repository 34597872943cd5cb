package org.emotionmonitor.app.topology;

import java.nio.ByteBuffer;
import org.emotionmonitor.app.topology.leg.LegProgress;

/**
 * What is kept of a live leg besides its chunks.
 *
 * @param analysed false for a leg that policy drops: then nothing but its begin is kept
 * @param startedMs when the leg began, in ms since 1970
 * @param slots size of the ring of its chunks
 * @param progress windows and counters
 * @param start the start record's JSON as received; empty for a leg that policy drops
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between the store and the leg.
record LegMeta(boolean analysed, long startedMs, int slots, LegProgress progress, byte[] start) {

  private static final byte VERSION = 1;
  private static final int FIXED = 2 + Integer.BYTES + 6 * Long.BYTES;

  /** A leg that policy drops. */
  static LegMeta dropped(long startedMs) {
    return new LegMeta(false, startedMs, 0, LegProgress.NONE, new byte[0]);
  }

  byte[] bytes() {
    return ByteBuffer.allocate(FIXED + start.length)
        .put(VERSION)
        .put((byte) (analysed ? 1 : 0))
        .putLong(startedMs)
        .putInt(slots)
        .putLong(progress.scoredFrame())
        .putLong(progress.windows())
        .putLong(progress.duplicate())
        .putLong(progress.late())
        .putLong(progress.lost())
        .put(start)
        .array();
  }

  static LegMeta parse(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalStateException(
          "state of format %d was written by another version; reset the application's state"
              .formatted(version));
    }
    boolean analysed = in.get() == 1;
    long startedMs = in.getLong();
    int slots = in.getInt();
    LegProgress progress =
        new LegProgress(in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong());
    byte[] start = new byte[in.remaining()];
    in.get(start);
    return new LegMeta(analysed, startedMs, slots, progress, start);
  }
}
