package org.emotionmonitor.app.domain;

import java.time.Instant;

/**
 * A record of {@code calls.audio} of the type {@code consent}: from here on, this holds for the
 * leg.
 *
 * @param consent what the party said
 * @param legId whose, of the legs of a stereo stream; null for all
 * @param at when; null where the sender does not say, then the record's timestamp counts
 */
public record ConsentRecord(Consent consent, String legId, Instant at) {

  /** Of all legs of the stream. */
  public ConsentRecord(Consent consent, Instant at) {
    this(consent, null, at);
  }

  public ConsentRecord {
    if (consent == null) {
      throw new IllegalArgumentException(
          "consent is missing; it must be granted, denied or unknown");
    }
  }
}
