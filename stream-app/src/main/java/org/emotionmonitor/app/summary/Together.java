package org.emotionmonitor.app.summary;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * What the legs of a call did at the same time, as far as all of them are known.
 *
 * @param talkOverMs at least two spoke
 * @param silenceMs nobody spoke
 * @param comparedMs until when they have been compared, in ms since 1970
 */
public record Together(long talkOverMs, long silenceMs, long comparedMs) {

  static final Together NONE = new Together(0, 0, 0);

  /** Speech of a leg that is alone is kept for so long, should another leg's be late. */
  private static final long LATE_MS = 300_000;

  /** With what the legs' new parts allow to compare. */
  Together with(Collection<CallTally.Track> legs) {
    if (legs.size() < 2) {
      return this;
    }
    long from = comparedMs;
    long to = Long.MAX_VALUE;
    for (CallTally.Track leg : legs) {
      from = Math.max(from, leg.summary().startedAt().toEpochMilli());
      to = Math.min(to, leg.toMs());
    }
    return to <= from ? this : compared(legs, from, to);
  }

  private Together compared(Collection<CallTally.Track> legs, long from, long to) {
    TreeMap<Long, Integer> changes = new TreeMap<>();
    for (CallTally.Track leg : legs) {
      for (Span span : leg.spans()) {
        long begin = Math.max(from, span.from());
        long end = Math.min(to, span.to());
        if (begin < end) {
          changes.merge(begin, 1, Integer::sum);
          changes.merge(end, -1, Integer::sum);
        }
      }
    }
    changes.merge(to, 0, Integer::sum);
    long talkOver = talkOverMs;
    long silence = silenceMs;
    long at = from;
    int speaking = 0;
    for (var change : changes.entrySet()) {
      long ms = change.getKey() - at;
      talkOver += speaking > 1 ? ms : 0;
      silence += speaking == 0 ? ms : 0;
      at = change.getKey();
      speaking += change.getValue();
    }
    return new Together(talkOver, silence, to);
  }

  /** What of a leg's speech is still to be compared. */
  List<Span> rest(List<Span> spans, long toMs) {
    long needed = Math.max(comparedMs, toMs - LATE_MS);
    return spans.stream().filter(span -> span.to() > needed).toList();
  }
}
