package org.emotionmonitor.app.domain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Speech rate of one window.
 *
 * @param head leg, window, model and times
 * @param judgement over slow, medium and fast
 * @param syllablesPerSecond estimated from the signal, per second of speech; null when abstained
 */
public record RateEvent(
    @JsonUnwrapped EventHead head, @JsonUnwrapped Judgement judgement, Float syllablesPerSecond)
    implements WindowEvent {

  @Override
  @JsonIgnore
  public EventKind kind() {
    return EventKind.RATE;
  }
}
