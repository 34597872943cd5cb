package org.emotionmonitor.app.topology.leg;

/**
 * What of a leg cannot be told from its chunks.
 *
 * @param scoredFrame end of the newest window that was scored; 0 if none was
 * @param windows windows that were published
 * @param duplicate chunks that came again
 * @param late chunks that came after silence had taken their place
 * @param lost chunks that never came in time
 * @param paused chunks that were captured while the leg was paused
 * @param next one past the newest seq that took its place when this was written, or an earlier one
 * @param from first sample of the leg that may be used; what came before it has been forgotten
 * @param forgotten whether the next chunk goes on wherever it is, as those before it were not kept
 */
public record LegProgress(
    long scoredFrame,
    long windows,
    long duplicate,
    long late,
    long lost,
    long paused,
    long next,
    long from,
    boolean forgotten) {

  /** A leg that begins. */
  public static final LegProgress NONE = new LegProgress(0, 0, 0, 0, 0, 0, 0, 0, false);
}
