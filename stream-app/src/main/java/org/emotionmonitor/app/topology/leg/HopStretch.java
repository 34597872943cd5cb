package org.emotionmonitor.app.topology.leg;

/**
 * Sheds load where scoring cannot keep up: when a leg's windows lag behind its audio by more than
 * {@code maxLagMs}, only every second window of its grid is scored, then every fourth and eighth;
 * when the lag is down to a quarter, more of them again. A window that is left out is skipped for
 * good and counted, never lost in silence.
 *
 * <p>Lag is what has been added since the leg's chunks came quickest: neither a wrong clock of the
 * sender nor a backlog that was there before the leg was taken over counts.
 */
public final class HopStretch {

  private static final int MAX = 8;
  private static final long HOLD_MS = 5_000;
  private static final long CLOCK_STEP_MS = 1_000;

  private final long maxLagMs;
  private int factor = 1;
  private long changedMs = Long.MIN_VALUE / 2;
  private long quickestMs = Long.MAX_VALUE;
  private long captureMs = Long.MIN_VALUE;
  private long arrivalMs;

  /**
   * @param maxLagMs 0: never skips
   */
  public HopStretch(long maxLagMs) {
    this.maxLagMs = maxLagMs;
  }

  /** How many hops of the grid there are from one scored window to the next. */
  public int factor() {
    return factor;
  }

  /** A chunk arrived that is neither late nor a duplicate. */
  public void heard(long capturedMs, long arrivedMs) {
    if (capturedMs < captureMs - CLOCK_STEP_MS) {
      quickestMs = Long.MAX_VALUE;
    }
    captureMs = capturedMs;
    arrivalMs = arrivedMs;
    quickestMs = Math.min(quickestMs, arrivedMs - capturedMs);
  }

  /**
   * Whether the window with that number in the leg's grid is not to be scored. It is judged by the
   * newest chunk: a window that was waited for, because of a gap, is no sign of too much load.
   */
  public boolean skips(long number) {
    if (maxLagMs > 0 && quickestMs != Long.MAX_VALUE && arrivalMs - changedMs >= HOLD_MS) {
      adapt(arrivalMs - captureMs - quickestMs, arrivalMs);
    }
    return number % factor != 0;
  }

  private void adapt(long lagMs, long nowMs) {
    int former = factor;
    if (lagMs > maxLagMs) {
      factor = Math.min(MAX, 2 * factor);
    } else if (lagMs < maxLagMs / 4) {
      factor = Math.max(1, factor / 2);
    }
    changedMs = factor == former ? changedMs : nowMs;
  }
}
