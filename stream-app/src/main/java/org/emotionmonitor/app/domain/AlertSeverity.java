package org.emotionmonitor.app.domain;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** How urgent an alert is; the later, the more. */
public enum AlertSeverity implements Labelled {
  INFO,
  WARNING,
  CRITICAL;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
