package org.emotionmonitor.bench.alerts;

import java.util.List;
import org.emotionmonitor.core.audio.Encoding;

/**
 * A leg that was put together.
 *
 * @param name for people
 * @param samples in [-1, 1]
 * @param rate in Hz
 * @param encoding in which it is sent
 * @param stretches of unfriendly speech, in order
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from the maker to the measurement, not compared.
record TestCall(
    String name, float[] samples, int rate, Encoding encoding, List<Stretch> stretches) {

  /** A part of the leg, in ms of its audio. */
  record Stretch(long startMs, long endMs) {}

  double hours() {
    return samples.length / (rate * 3_600.0);
  }
}
