package org.emotionmonitor.core.domain;

import java.util.Locale;

/** Who speaks on a leg; a mono mix of both parties is {@code UNKNOWN}. */
public enum Role implements Labelled {
  CUSTOMER,
  AGENT,
  UNKNOWN;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
