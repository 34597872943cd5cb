package org.emotionmonitor.app.gateway.board;

/**
 * Where the time of one window went, in milliseconds.
 *
 * @param ingest from capture to the topology
 * @param queue waiting for the scorer
 * @param score in the scorer
 */
public record Latency(long ingest, long queue, long score) {

  /** From capture to the score. */
  public long total() {
    return ingest + queue + score;
  }
}
