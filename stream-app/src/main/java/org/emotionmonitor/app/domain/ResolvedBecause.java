package org.emotionmonitor.app.domain;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** Why an alert is over. */
public enum ResolvedBecause implements Labelled {
  /** A window's probability fell below the rule's {@code exit}. */
  RECOVERED,
  /** No window had enough speech for longer than the rule's {@code gapSeconds}. */
  SILENCE,
  /** The leg has ended, by a stop record, a new start, or idleness. */
  LEG_ENDED,
  /** The leg may no longer be analysed. */
  CONSENT_WITHDRAWN,
  /** The configuration no longer has the rule. */
  RULE_REMOVED,
  /** The leg was gone after a restart. */
  LEG_LOST;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
