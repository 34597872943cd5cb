package org.emotionmonitor.app.topology.leg;

import java.util.ArrayDeque;

/** The stretches of a leg's recent audio that never arrived. */
final class Losses {

  private record Stretch(long from, long to) {}

  private final ArrayDeque<Stretch> stretches = new ArrayDeque<>();
  private final long kept;

  /**
   * @param kept samples after which a stretch is forgotten
   */
  Losses(long kept) {
    this.kept = kept;
  }

  void add(long from, long to) {
    while (!stretches.isEmpty() && stretches.peekFirst().to() < to - kept) {
      stretches.removeFirst();
    }
    stretches.addLast(new Stretch(from, to));
  }

  /** Share of [from, to) that was lost, in percent with two decimals. */
  double percent(long from, long to) {
    long lost = 0;
    for (Stretch stretch : stretches) {
      lost += Math.max(0, Math.min(to, stretch.to()) - Math.max(from, stretch.from()));
    }
    return to <= from ? 0 : Math.round(10_000.0 * lost / (to - from)) / 100.0;
  }
}
