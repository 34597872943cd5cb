package org.emotionmonitor.app.domain;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** What somebody does about an alert. */
public enum AlertActionKind implements Labelled {
  /** Says that they know; the alert does not escalate any more. */
  ACKNOWLEDGE;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
