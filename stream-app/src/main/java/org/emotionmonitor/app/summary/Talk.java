package org.emotionmonitor.app.summary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * When a leg speaks, on the clock that it shares with the call's other legs, since it was last
 * told.
 *
 * @param originMs time at which the leg's audio began; moved when the audio clock stood still
 * @param fromMs begin of what is told, in ms since 1970
 * @param toMs end of what is told, in ms since 1970
 * @param spans speech in between, oldest first
 */
public record Talk(long originMs, long fromMs, long toMs, List<Span> spans) {

  /** Chunks are not captured to the ms; what differs by more is a pause. */
  private static final long DRIFT_MS = 1_000;

  private static final long FRAME_MS = 10;

  public Talk {
    spans = List.copyOf(spans);
  }

  /** Of a leg that begins. */
  public static Talk from(long startedMs) {
    return new Talk(startedMs, startedMs, startedMs, List.of());
  }

  /**
   * With the audio up to {@code endMs}, captured at {@code capturedMs}.
   *
   * @param hopMs how much of it is new
   * @param frames which of its frames of 10 ms are speech; the last is bit {@code count - 1}
   */
  public Talk with(long endMs, long capturedMs, long hopMs, BitSet frames, int count) {
    long origin =
        Math.abs(capturedMs - endMs - originMs) > DRIFT_MS ? capturedMs - endMs : originMs;
    long end = origin + endMs;
    int first = Math.max(0, count - (int) (hopMs / FRAME_MS));
    List<Span> next = new ArrayList<>(spans);
    for (int on = frames.nextSetBit(first); on >= 0 && on < count; ) {
      int off = Math.min(count, frames.nextClearBit(on));
      add(next, end - (count - on) * FRAME_MS, end - (count - off) * FRAME_MS);
      on = frames.nextSetBit(off);
    }
    return new Talk(origin, fromMs, Math.max(toMs, end), next);
  }

  /** The same, after it was told. */
  public Talk told() {
    return new Talk(originMs, toMs, toMs, List.of());
  }

  private static void add(List<Span> spans, long from, long to) {
    Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    if (last != null && from <= last.to() + FRAME_MS) {
      spans.set(spans.size() - 1, new Span(last.from(), Math.max(to, last.to())));
    } else {
      spans.add(new Span(from, to));
    }
  }
}
