package org.emotionmonitor.app.topology.leg;

/** What a chunk is when it arrives. */
public enum Arrival {
  /** New: it is audio now, or waits for those before it. */
  ACCEPTED,
  /** It came before. */
  DUPLICATE,
  /** Silence has taken its place. */
  LATE,
  /** Further ahead than a loss can explain; it is not used. */
  JUMP
}
