package org.emotionmonitor.app.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * What a gateway counts of live audio that comes in. Known label values are there with 0 from the
 * start. Thread-safe.
 */
public final class IngestMetrics extends Collector {
  private final Gauge connections;
  private final Counter messages;
  private final Counter bytes;
  private final Counter seconds;
  private final Counter refused;
  private final Gauge legs;
  private final Gauge buffered;
  private final Gauge filled;

  /**
   * @param dialects the protocols
   * @param reasons why a connection can be ended
   */
  public IngestMetrics(Collection<String> dialects, Collection<String> reasons) {
    connections =
        Gauge.build(
                Names.PREFIX + "ingest_connections",
                "Connections that bring live audio now, by protocol.")
            .labelNames("dialect")
            .create();
    messages = counter("messages_total", "Messages from those who bring live audio.", "dialect");
    bytes = counter("received_bytes_total", "Length of these messages, in bytes.", "dialect");
    seconds = counter("audio_seconds_total", "Live audio that was taken, in seconds.", "dialect");
    refused =
        counter(
            "refused_connections_total",
            "Connections that were ended because of what they sent or of a limit, by why.",
            "reason");
    legs = gauge("legs", "Legs that are being written to Kafka now.");
    buffered = gauge("buffered_bytes", "Live audio that Kafka has not acknowledged yet, in bytes.");
    filled =
        gauge(
            "buffer_fill_ratio",
            "Share of the buffer for live audio that is in use, 0 to 1; at 1 audio is refused.");
    dialects.forEach(
        d -> {
          connections.labels(d);
          messages.labels(d);
          bytes.labels(d);
          seconds.labels(d);
        });
    reasons.forEach(refused::labels);
  }

  /** Reads what is buffered when it is asked for. */
  public void watch(DoubleSupplier legsNow, DoubleSupplier bytesNow, long maxBytes) {
    read(legs, legsNow);
    read(buffered, bytesNow);
    read(filled, () -> bytesNow.getAsDouble() / maxBytes);
  }

  /** A connection was opened ({@code 1}) or has ended ({@code -1}). */
  public void connection(String dialect, int change) {
    connections.labels(dialect).inc((double) change);
  }

  /** A message came. */
  public void message(String dialect, int length) {
    messages.labels(dialect).inc();
    bytes.labels(dialect).inc((double) length);
  }

  /** Audio was taken. */
  public void audio(String dialect, double ms) {
    seconds.labels(dialect).inc(ms / 1_000);
  }

  /** A connection is ended for {@code reason}. */
  public void refused(String reason) {
    refused.labels(reason).inc();
  }

  @Override
  public List<MetricFamilySamples> collect() {
    List<MetricFamilySamples> all = new ArrayList<>();
    for (Collector each :
        List.of(connections, messages, bytes, seconds, refused, legs, buffered, filled)) {
      all.addAll(each.collect());
    }
    return all;
  }

  private static void read(Gauge gauge, DoubleSupplier value) {
    gauge.setChild(
        new Gauge.Child() {
          @Override
          public double get() {
            return value.getAsDouble();
          }
        });
  }

  private static Counter counter(String name, String help, String label) {
    return Counter.build(Names.PREFIX + "ingest_" + name, help).labelNames(label).create();
  }

  private static Gauge gauge(String name, String help) {
    return Gauge.build(Names.PREFIX + "ingest_" + name, help).create();
  }
}
