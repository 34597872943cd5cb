package org.emotionmonitor.app.domain;

/**
 * What became of a leg's chunks.
 *
 * @param received became audio
 * @param duplicate came again
 * @param late came after silence had taken their place
 * @param lost never came in time; silence took their place
 * @param paused were captured while the leg was paused; nothing took their place
 */
public record ChunkCounts(long received, long duplicate, long late, long lost, long paused) {

  /** Nothing yet. */
  public static final ChunkCounts ZERO = new ChunkCounts(0, 0, 0, 0, 0);
}
