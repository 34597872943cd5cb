package org.emotionmonitor.app.topology.leg;

/** Hears what a leg does while it takes in chunks; called before the call on the leg returns. */
public interface LegListener {

  /** A chunk waits for those before it. */
  default void waiting(Chunk chunk) {}

  /** A chunk became audio. */
  default void placed(PlacedChunk chunk, boolean hadWaited) {}

  /** A chunk of a pause took its place in the order. */
  default void paused(Chunk chunk, boolean hadWaited) {}

  /** Silence took the place of that many chunks. */
  default void lost(long chunks) {}

  /** A window is complete. */
  void due(DueWindow window);

  /** The leg's due windows must be scored before this returns: their frames are about to go. */
  void scoreNow();
}
