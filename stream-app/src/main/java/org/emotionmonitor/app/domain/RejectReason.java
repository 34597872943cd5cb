package org.emotionmonitor.app.domain;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** Why a record of {@code calls.audio} went to {@code calls.rejected}. */
public enum RejectReason implements Labelled {
  /** The key is missing, not UTF-8, or not {@code callId/legId}. */
  BAD_KEY,
  /** The header {@code type} is missing or not one of those of {@link AudioRecord}. */
  BAD_TYPE,
  /** A media record without a usable header {@code seq}. */
  BAD_SEQ,
  /** A start record that is not valid. */
  BAD_START,
  /** A pause or resume record that is not valid. */
  BAD_CONTROL,
  /** A consent record that is not valid. */
  BAD_CONSENT,
  /** No value, a part of a sample, or more than a second of audio. */
  BAD_LENGTH,
  /** A record of a leg that is not live, or whose audio comes with another key. */
  NOT_STARTED,
  /** A sequence number further ahead than a loss can explain. */
  SEQ_JUMP;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
