package org.emotionmonitor.app.scoring;

import java.util.BitSet;
import org.emotionmonitor.app.domain.ModelRef;

/**
 * The answer for one window.
 *
 * @param speech which of its frames of 10 ms are speech; bit i is the window's frame i
 * @param estimates what the signal itself tells
 * @param probabilities the model's answer; null if there is none
 * @param abstained why there is no answer; null if there is one
 * @param model which model answered, or would have
 * @param begunNanos {@link System#nanoTime} at the begin of the window's batch
 * @param endedNanos the same at its end; the begin, if the model was not asked
 */
public record WindowScore(
    BitSet speech,
    Estimates estimates,
    Probabilities probabilities,
    String abstained,
    ModelRef model,
    long begunNanos,
    long endedNanos) {

  private static final double NANOS_PER_MS = 1e6;

  /** Whether there is no answer. */
  public boolean unanswered() {
    return probabilities == null;
  }

  /** Frames of 10 ms that are speech. */
  public int speechFrames() {
    return speech.cardinality();
  }

  /** The model's run of the window's batch; 0 if it was not asked. */
  public double scoringMs() {
    return (endedNanos - begunNanos) / NANOS_PER_MS;
  }

  WindowScore answered(Probabilities answer, ModelRef by, long begun, long ended) {
    return new WindowScore(speech, estimates, answer, null, by, begun, ended);
  }

  WindowScore without(String reason, long now) {
    return new WindowScore(speech, estimates, null, reason, model, now, now);
  }
}
