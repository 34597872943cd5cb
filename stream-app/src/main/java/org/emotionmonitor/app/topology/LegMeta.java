package org.emotionmonitor.app.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.emotionmonitor.app.topology.leg.LegProgress;

/**
 * What is kept of a leg or stereo stream besides its chunks.
 *
 * @param kind what it is
 * @param startedMs when it began, in ms since 1970
 * @param slots size of the ring of its chunks
 * @param pause its latest pause
 * @param progress windows and counters
 * @param start the start record's JSON; for a leg that policy drops, only the key that its audio
 *     comes with
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between the store and the leg.
record LegMeta(
    Kind kind, long startedMs, int slots, Pause pause, LegProgress progress, byte[] start) {

  /** What a record of the store tells of. */
  enum Kind {
    /** A leg that policy drops: nothing but its begin and pause is kept. */
    DROPPED(0),
    /** A leg that is analysed. */
    LIVE(1),
    /** A stereo stream; its legs have records of their own. */
    SPLIT(2),
    /** A leg whose party has not agreed: it has no audio, and goes on if the party agrees. */
    WITHHELD(3);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    private static Kind of(byte code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IllegalStateException("state of kind %d is not known".formatted(code));
    }
  }

  private static final byte VERSION = 3;
  private static final int FIXED = 2 + Integer.BYTES + 11 * Long.BYTES + 1;

  /** A leg that policy drops. */
  static LegMeta dropped(long startedMs, Pause pause, String audioKey) {
    byte[] key = audioKey.getBytes(StandardCharsets.UTF_8);
    return new LegMeta(Kind.DROPPED, startedMs, 0, pause, LegProgress.NONE, key);
  }

  /** A stereo stream. */
  static LegMeta split(long startedMs, Pause pause, byte[] start) {
    return new LegMeta(Kind.SPLIT, startedMs, 0, pause, LegProgress.NONE, start);
  }

  byte[] bytes() {
    return ByteBuffer.allocate(FIXED + start.length)
        .put(VERSION)
        .put(kind.code)
        .putLong(startedMs)
        .putInt(slots)
        .putLong(pause.fromMs())
        .putLong(pause.toMs())
        .putLong(progress.scoredFrame())
        .putLong(progress.windows())
        .putLong(progress.duplicate())
        .putLong(progress.late())
        .putLong(progress.lost())
        .putLong(progress.paused())
        .putLong(progress.next())
        .putLong(progress.from())
        .put((byte) (progress.forgotten() ? 1 : 0))
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
    Kind kind = Kind.of(in.get());
    long startedMs = in.getLong();
    int slots = in.getInt();
    Pause pause = new Pause(in.getLong(), in.getLong());
    LegProgress progress =
        new LegProgress(
            in.getLong(),
            in.getLong(),
            in.getLong(),
            in.getLong(),
            in.getLong(),
            in.getLong(),
            in.getLong(),
            in.getLong(),
            in.get() == 1);
    byte[] start = new byte[in.remaining()];
    in.get(start);
    return new LegMeta(kind, startedMs, slots, pause, progress, start);
  }
}
