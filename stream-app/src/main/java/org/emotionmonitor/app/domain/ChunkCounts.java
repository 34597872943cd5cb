package org.emotionmonitor.app.domain;

/**
 * What became of a leg's chunks.
 *
 * @param received became audio
 * @param duplicate came again
 * @param late came after silence had taken their place
 * @param lost never came in time; silence took their place
 */
public record ChunkCounts(long received, long duplicate, long late, long lost) {

  /** Nothing yet. */
  public static final ChunkCounts ZERO = new ChunkCounts(0, 0, 0, 0);
}
