package org.emotionmonitor.app.domain;

import java.time.Instant;

/**
 * What somebody does about an alert: a record of {@code calls.alert-actions}. Its key is the alert
 * id, but it goes to the partition that the default partitioner gives {@link Alert#audioKey()}, or
 * without one the leg's key, so that the leg's own task reads it.
 *
 * @param action what
 * @param by who; the subject of the token
 * @param at when
 * @param note what they add; may be null
 */
public record AlertAction(AlertActionKind action, String by, Instant at, String note) {

  /** Longest {@code by}, in characters. */
  public static final int MAX_BY = 200;

  /** Longest {@code note}, in characters. */
  public static final int MAX_NOTE = 1_000;

  /**
   * Checks every field.
   *
   * @throws IllegalArgumentException that names the field, the value and what is allowed
   */
  public AlertAction {
    if (action == null || at == null) {
      throw new IllegalArgumentException((action == null ? "action" : "at") + " is missing");
    }
    if (by == null || by.isBlank() || by.length() > MAX_BY) {
      throw new IllegalArgumentException("by must be 1 to %d characters".formatted(MAX_BY));
    }
    if (note != null && note.length() > MAX_NOTE) {
      throw new IllegalArgumentException(
          "note of %d characters must be at most %d".formatted(note.length(), MAX_NOTE));
    }
  }
}
