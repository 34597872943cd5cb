package org.emotionmonitor.app.domain;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** Where an alert is in its life. */
public enum AlertState implements Labelled {
  /** What it is about goes on, and nobody has said that they know. */
  FIRING,
  /** It goes on, and somebody knows. */
  ACKNOWLEDGED,
  /** It is over. */
  RESOLVED;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
