package org.emotionmonitor.app.domain;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** What a party said when asked whether its voice may be analysed. */
public enum Consent implements Labelled {
  GRANTED,
  DENIED,
  /** It was not asked, or the sender does not say. */
  UNKNOWN;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
