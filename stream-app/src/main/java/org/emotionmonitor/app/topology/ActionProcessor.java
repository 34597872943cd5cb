package org.emotionmonitor.app.topology;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.emotionmonitor.app.alerts.AlertEngine;
import org.emotionmonitor.app.alerts.Step;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertAction;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.metrics.AlertMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what people do about alerts to the alerts' legs. An action on an alert that is not firing,
 * be it over or acknowledged already, changes nothing.
 */
final class ActionProcessor implements Processor<byte[], byte[], byte[], Object> {

  private static final Logger LOG = LoggerFactory.getLogger(ActionProcessor.class);
  private static final int LEG_PARTS = 2;
  private static final int PARTS = 5;

  private final AlertMetrics metrics;
  private final Supplier<CommitPace> paces;
  private CommitPace pace;
  private ProcessorContext<byte[], Object> context;
  private WatchStore store;

  /**
   * @param paces gives that of the calling thread
   */
  ActionProcessor(AlertMetrics metrics, Supplier<CommitPace> paces) {
    this.metrics = metrics;
    this.paces = paces;
  }

  @Override
  public void init(ProcessorContext<byte[], Object> context) {
    this.context = context;
    this.pace = paces.get();
    KeyValueStore<Bytes, byte[]> watch = context.getStateStore(LegProcessor.WATCH);
    this.store = WatchStore.of(watch);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    String alertId = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    String leg = leg(alertId);
    AlertAction action;
    try {
      action = record.value() == null ? null : Json.read(record.value(), AlertAction.class);
    } catch (UncheckedIOException e) {
      action = null;
    }
    if (leg == null || action == null) {
      metrics.action("malformed");
      LOG.warn("an action on alert \"{}\" cannot be read and is ignored", alertId);
      return;
    }
    WatchState state = store.get(leg);
    Optional<Step> step =
        state == null ? Optional.empty() : AlertEngine.acknowledge(state.alerts(), alertId, action);
    if (step.isEmpty()) {
      metrics.action("not_firing");
      LOG.info("alert {} is not firing; the action by {} changes nothing", alertId, action.by());
      return;
    }
    metrics.action("done");
    apply(leg, state, step.get(), action.at());
  }

  private void apply(String leg, WatchState state, Step step, Instant at) {
    WatchState next = state.with(step.state());
    for (Alert alert : step.changes()) {
      next = next.with(next.tally().with(alert));
      metrics.alert(alert);
      context.forward(Outputs.record(alert, at), Outputs.ALERTS);
    }
    store.put(leg, next);
    pace.published();
    pace.commitIfDue(context);
  }

  /** The leg in the id of an alert; null if it is none. */
  private static String leg(String alertId) {
    String[] parts = alertId.split("/", -1);
    return parts.length == PARTS ? String.join("/", parts[0], parts[LEG_PARTS - 1]) : null;
  }
}
