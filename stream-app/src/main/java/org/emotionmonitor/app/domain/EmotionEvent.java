package org.emotionmonitor.app.domain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Expressed emotion of one window.
 *
 * @param head leg, window, model and times
 * @param judgement over the five emotions
 * @param attention where the model looked; null when abstained
 */
public record EmotionEvent(
    @JsonUnwrapped EventHead head, @JsonUnwrapped Judgement judgement, Attention attention)
    implements WindowEvent {

  @Override
  @JsonIgnore
  public EventKind kind() {
    return EventKind.EMOTION;
  }
}
