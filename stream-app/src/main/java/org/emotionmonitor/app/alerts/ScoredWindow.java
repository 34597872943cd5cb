package org.emotionmonitor.app.alerts;

import java.time.Instant;
import java.util.Map;
import org.emotionmonitor.app.domain.EventKind;
import org.emotionmonitor.app.domain.ModelRef;

/**
 * What the rules are told of a window.
 *
 * @param startMs begin, in ms of the leg's audio
 * @param endMs end, in ms of the leg's audio
 * @param at capture time of the audio that completed it
 * @param model which model scored it
 * @param speech where in the window there is speech
 * @param probabilities by attribute and label; empty for a window without an estimate
 */
public record ScoredWindow(
    long startMs,
    long endMs,
    Instant at,
    ModelRef model,
    Speech speech,
    Map<EventKind, Map<String, Float>> probabilities) {

  /** Where there is speech. */
  @FunctionalInterface
  public interface Speech {

    /** Speech in [fromMs, toMs) of the leg's audio, in ms; both lie in the window. */
    long ms(long fromMs, long toMs);
  }

  public ScoredWindow {
    probabilities = Map.copyOf(probabilities);
  }

  /** Whether there was too little speech for an estimate. */
  public boolean abstained() {
    return probabilities.isEmpty();
  }
}
