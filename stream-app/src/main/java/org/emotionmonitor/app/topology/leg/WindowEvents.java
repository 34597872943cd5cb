package org.emotionmonitor.app.topology.leg;

import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.EventHead;
import org.emotionmonitor.app.domain.RateEvent;
import org.emotionmonitor.app.domain.VolumeEvent;

/** The events of one window. */
public record WindowEvents(EmotionEvent emotion, RateEvent rate, VolumeEvent volume) {

  /** What the three have in common. */
  public EventHead head() {
    return emotion.head();
  }
}
