package org.emotionmonitor.app.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AudioRecord;
import org.emotionmonitor.app.domain.AuditRecord;
import org.emotionmonitor.app.domain.CloudEvents;
import org.emotionmonitor.app.domain.LegSummary;
import org.emotionmonitor.app.domain.RejectReason;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.domain.WindowEvent;
import org.emotionmonitor.app.metrics.AlertMetrics;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.summary.LegPart;
import org.emotionmonitor.app.topology.leg.WindowEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sinks of the topology, by name, and what goes to each. */
final class Outputs {

  static final String EMOTION = "emotion";
  static final String RATE = "rate";
  static final String VOLUME = "volume";
  static final String ALERTS = "alerts";
  static final String PARTS = "parts";
  static final String SUMMARIES = "summaries";
  static final String AUDIT = "audit";
  static final String REJECTED = "rejected";

  private static final Logger LOG = LoggerFactory.getLogger(Outputs.class);

  /** Of each task; all rejected records are counted, and lie in their topic. */
  static final int LINES_PER_MINUTE = 20;

  private final ProcessorContext<byte[], Object> context;
  private final Metrics metrics;
  private final AlertMetrics alertMetrics;
  private final CommitPace pace;
  private final LogBudget budget = new LogBudget(LINES_PER_MINUTE);

  Outputs(ProcessorContext<byte[], Object> context, Metrics metrics, CommitPace pace) {
    this.context = context;
    this.metrics = metrics;
    this.alertMetrics = metrics.alerts();
    this.pace = pace;
  }

  void window(WindowEvents events, StartRecord start) {
    event(EMOTION, events.emotion(), start);
    event(RATE, events.rate(), start);
    event(VOLUME, events.volume(), start);
  }

  void summary(LegSummary summary, long atMs) {
    Headers headers = CloudEvents.of(summary, Instant.ofEpochMilli(atMs));
    send(SUMMARIES, summary.callId() + "/" + summary.legId(), summary, atMs, headers);
  }

  /** An alert as it is now; also counts it. */
  void alert(Alert alert, Instant at) {
    alertMetrics.alert(alert);
    forward(record(alert, at), ALERTS);
  }

  /** An alert's record. */
  static Record<byte[], Object> record(Alert alert, Instant at) {
    byte[] key = alert.alertId().getBytes(StandardCharsets.UTF_8);
    return new Record<>(key, alert, at.toEpochMilli(), CloudEvents.of(alert, at));
  }

  /** News of a leg for its call. */
  void part(LegPart part, long atMs) {
    byte[] key = part.summary().callId().getBytes(StandardCharsets.UTF_8);
    forward(new Record<>(key, part, atMs), PARTS);
  }

  void audit(AuditRecord audit, StartRecord start) {
    Headers headers = CloudEvents.of(audit, start.startedAt());
    send(AUDIT, start.key().toString(), audit, audit.at().toEpochMilli(), headers);
  }

  /** Passes on the record that is being processed, as it was received. */
  void reject(Record<byte[], AudioRecord> record, RejectReason reason, String detail) {
    RecordMetadata from = context.recordMetadata().orElseThrow();
    metrics.rejected(reason.label());
    if (budget.admits()) {
      LOG.warn(
          "rejected {}-{}@{}: {}: {}{}",
          from.topic(),
          from.partition(),
          from.offset(),
          reason,
          detail,
          withheld());
    }
    Rejected rejected = Rejected.of(record, reason, detail, from);
    forward(
        new Record<>(rejected.key(), rejected.value(), record.timestamp(), rejected.headers()),
        REJECTED);
  }

  private String withheld() {
    long count = budget.takeWithheld();
    return count == 0 ? "" : " (and %d more before it that are not in this log)".formatted(count);
  }

  private void event(String sink, WindowEvent event, StartRecord start) {
    Headers headers = CloudEvents.of(event, start.startedAt());
    send(sink, start.key().toString(), event, event.head().capturedAt().toEpochMilli(), headers);
  }

  private void send(String sink, String key, Object value, long timestamp, Headers headers) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    forward(new Record<>(bytes, value, timestamp, headers), sink);
  }

  private void forward(Record<byte[], Object> record, String sink) {
    context.forward(record, sink);
    pace.published();
  }
}
