package org.emotionmonitor.app.topology.leg;

import org.emotionmonitor.app.domain.Trigger;

/**
 * A window that is complete and has not been scored.
 *
 * @param leg whose it is
 * @param endFrame one past its last frame
 * @param frames how many frames it has
 * @param trigger why it is due
 * @param capturedMs capture time of the chunk that completed it
 * @param arrivedMs arrival of that chunk
 * @param degraded whether windows of the leg are left out at the time
 */
public record DueWindow(
    LegPipeline leg,
    long endFrame,
    int frames,
    Trigger trigger,
    long capturedMs,
    long arrivedMs,
    boolean degraded) {

  /** This window, in a time in which others of the leg are left out. */
  public DueWindow asDegraded() {
    return new DueWindow(leg, endFrame, frames, trigger, capturedMs, arrivedMs, true);
  }

  /** Its first frame. */
  long firstFrame() {
    return endFrame - frames;
  }
}
