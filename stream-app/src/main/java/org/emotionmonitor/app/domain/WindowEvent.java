package org.emotionmonitor.app.domain;

/** An event about one window of a leg. */
public sealed interface WindowEvent permits EmotionEvent, RateEvent, VolumeEvent {

  /** What the events of one window have in common. */
  EventHead head();

  /** The estimate. */
  Judgement judgement();

  /** {@code emotion}, {@code rate} or {@code volume}. */
  EventKind kind();
}
