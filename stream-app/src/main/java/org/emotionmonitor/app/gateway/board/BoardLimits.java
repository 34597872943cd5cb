package org.emotionmonitor.app.gateway.board;

import java.time.Duration;

/**
 * What bounds the board's memory: about 300 bytes a point.
 *
 * @param maxCalls calls held; beyond it the oldest ended call goes, or a new call is not shown
 * @param maxLegsPerCall legs held of one call
 * @param pointsPerLeg newest points held of a leg; 600 are ten minutes at one a second
 * @param keepEnded how long an ended call stays
 * @param keepIdle how long a call stays of which nothing is heard and whose end was never told
 */
public record BoardLimits(
    int maxCalls, int maxLegsPerCall, int pointsPerLeg, Duration keepEnded, Duration keepIdle) {

  public static BoardLimits defaults() {
    return new BoardLimits(1000, 8, 600, Duration.ofMinutes(10), Duration.ofMinutes(30));
  }
}
