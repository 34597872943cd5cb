package org.emotionmonitor.app.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * CloudEvents 1.0 attributes as Kafka headers (binary mode). Ids are deterministic: publishing the
 * same window again gives the same id, and a leg that starts anew under its old name another one.
 */
public final class CloudEvents {

  private static final String TYPE_PREFIX = "org.emotionmonitor.";
  private static final String SOURCE = "/emotion-monitor/stream";

  private CloudEvents() {}

  /** Headers of a window's event; {@code startedAt} is that of the leg. */
  public static Headers of(WindowEvent event, Instant startedAt) {
    EventHead head = event.head();
    return headers(
        event.kind().label(),
        head.callId(),
        head.legId(),
        startedAt,
        Long.toString(head.window().endMs()),
        head.capturedAt());
  }

  /** Headers of a summary. */
  public static Headers of(LegSummary summary, Instant time) {
    return headers(
        "summary",
        summary.callId(),
        summary.legId(),
        summary.startedAt(),
        summary.state().label() + "/" + summary.audioMs(),
        time);
  }

  /** Headers of an alert as it is now. */
  public static Headers of(Alert alert, Instant time) {
    String severity = alert.severity().label();
    Headers headers = new RecordHeaders();
    String id = String.join("/", alert.alertId(), alert.state().label(), severity);
    return add(headers, "alert", id, alert.leg().toString(), time);
  }

  /** Headers of a call's summary. */
  public static Headers of(CallSummary summary, Instant time) {
    String id =
        String.join("/", summary.callId(), summary.state().label(), "" + time.toEpochMilli());
    return add(new RecordHeaders(), "call-summary", id, summary.callId(), time);
  }

  /** Headers of an audit record; {@code startedAt} is that of the leg. */
  public static Headers of(AuditRecord audit, Instant startedAt) {
    return headers(
        "audit",
        audit.callId(),
        audit.legId(),
        startedAt,
        audit.decision().label() + "/" + audit.at().toEpochMilli(),
        audit.at());
  }

  private static Headers headers(
      String kind, String callId, String legId, Instant startedAt, String what, Instant time) {
    String id = String.join("/", callId, legId, "" + startedAt.toEpochMilli(), what, kind);
    return add(new RecordHeaders(), kind, id, callId + "/" + legId, time);
  }

  private static Headers add(
      Headers headers, String kind, String id, String subject, Instant time) {
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_type", TYPE_PREFIX + kind + ".v1");
    add(headers, "ce_source", SOURCE);
    add(headers, "ce_id", id);
    add(headers, "ce_time", time.toString());
    add(headers, "ce_subject", subject);
    add(headers, "content-type", "application/json");
    return headers;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
