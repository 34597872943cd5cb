package org.emotionmonitor.app.domain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Volume of one window.
 *
 * @param head leg, window, model and times
 * @param judgement over soft, medium and loud
 * @param activeLevelDbov active speech level by ITU-T P.56, dB re full scale; null when abstained
 */
public record VolumeEvent(
    @JsonUnwrapped EventHead head, @JsonUnwrapped Judgement judgement, Float activeLevelDbov)
    implements WindowEvent {

  @Override
  @JsonIgnore
  public EventKind kind() {
    return EventKind.VOLUME;
  }
}
