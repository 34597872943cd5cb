package org.emotionmonitor.app.domain;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** Why a window was scored. */
public enum Trigger implements Labelled {
  /** A hop of audio has passed. */
  INTERVAL,
  /** The leg has ended with audio beyond the last window. */
  LEG_ENDED;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
