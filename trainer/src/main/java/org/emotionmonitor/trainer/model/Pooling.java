package org.emotionmonitor.trainer.model;

import java.util.Locale;

/** How the frames of a window become one vector. */
public enum Pooling {
  /** Additive attention. */
  ATTENTION,
  /** The mean over the frames that count. */
  MEAN,
  /** The last state of each direction, after the last frame that counts. */
  LAST,
  /**
   * The last state after the window's padding, which the network reads like speech: what comes of
   * padding recordings to one length and not telling the network.
   */
  LAST_PADDED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
