package org.emotionmonitor.app.sinks;

import org.emotionmonitor.app.domain.Alert;

/**
 * A change of an alert on its way out.
 *
 * @param alert as it was after the change
 * @param body its JSON, as it is in the topic
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of bytes; never compared.
public record Outgoing(Alert alert, byte[] body) {

  /** The same for each delivery of this change, and for no other. */
  public String idempotencyKey() {
    return String.join("/", alert.alertId(), alert.state().label(), alert.severity().label());
  }
}
