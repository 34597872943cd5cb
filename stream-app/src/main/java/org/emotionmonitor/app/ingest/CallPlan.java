package org.emotionmonitor.app.ingest;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that is played as a call.
 *
 * @param callId the call
 * @param file the audio
 * @param sampleRate of the file in Hz
 * @param samples per channel, or -1 if the file's header does not say
 * @param legs one for each channel
 * @param details of the call
 */
public record CallPlan(
    String callId,
    Path file,
    int sampleRate,
    long samples,
    List<LegPlan> legs,
    CallDetails details) {

  public CallPlan {
    legs = List.copyOf(legs);
  }

  /** Length of the call in ms, 0 if unknown. */
  public long durationMs() {
    return samples < 0 ? 0 : samples * 1_000 / sampleRate;
  }
}
