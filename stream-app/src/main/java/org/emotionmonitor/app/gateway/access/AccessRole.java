package org.emotionmonitor.app.gateway.access;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** What the bearer of a token may do. */
public enum AccessRole implements Labelled {
  /** Sees all calls, acknowledges alerts. */
  SUPERVISOR,
  /** Sees the customer of their own calls. */
  AGENT,
  /** Brings audio. */
  INGEST,
  /** Everything, and erases calls. */
  ADMIN;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
