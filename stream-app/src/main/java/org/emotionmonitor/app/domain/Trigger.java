package org.emotionmonitor.app.domain;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** Why a window was scored. */
public enum Trigger implements Labelled {
  /** A hop of audio has passed. */
  INTERVAL,
  /** Speech has ended that no window has heard to its end. */
  SPEECH_ENDED,
  /** The leg has ended with audio beyond the last window. */
  LEG_ENDED;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
