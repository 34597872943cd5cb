package org.emotionmonitor.app.metrics;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/** What the sinks count and time. Thread-safe. */
public final class SinkMetrics {

  private static final double NANOS = 1e9;

  private final Counter attempts;
  private final Counter deadLetters;
  private final Histogram seconds;
  private final Gauge open;

  public SinkMetrics(CollectorRegistry registry) {
    attempts =
        Counter.build(
                Names.PREFIX + "sink_messages_total",
                "Tries to deliver an alert, by sink and result.")
            .labelNames("sink", "outcome")
            .register(registry);
    deadLetters =
        Counter.build(
                Names.PREFIX + "sink_undelivered_alerts_total",
                "Changes of alerts that were given up and kept as dead letters, by sink.")
            .labelNames("sink")
            .register(registry);
    seconds =
        Histogram.build(
                Names.PREFIX + "sink_request_seconds",
                "Time of one try to deliver an alert, by sink, in seconds.")
            .labelNames("sink")
            .buckets(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
            .register(registry);
    open =
        Gauge.build(
                Names.PREFIX + "sink_waiting_alerts",
                "Changes of alerts that were read and are not delivered yet, by sink.")
            .labelNames("sink")
            .register(registry);
  }

  /** Watches how many changes a sink has on their way. */
  public void open(String sink, IntSupplier count) {
    for (String outcome : List.of("delivered", "failed", "refused")) {
      attempts.labels(sink, outcome);
    }
    deadLetters.labels(sink);
    seconds.labels(sink);
    open.setChild(
        new Gauge.Child() {
          @Override
          public double get() {
            return count.getAsInt();
          }
        },
        sink);
  }

  /** A try ended. */
  public void attempt(String sink, String outcome, long nanos) {
    attempts.labels(sink, outcome.toLowerCase(Locale.ROOT)).inc();
    seconds.labels(sink).observe(nanos / NANOS);
  }

  /** A change was given up. */
  public void deadLetter(String sink) {
    deadLetters.labels(sink).inc();
  }
}
