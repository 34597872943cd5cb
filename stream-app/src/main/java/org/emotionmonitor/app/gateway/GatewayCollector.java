package org.emotionmonitor.app.gateway;

import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.app.gateway.stream.StreamStats;
import org.emotionmonitor.app.metrics.Names;

/** The gateway's numbers under Prometheus' conventions, read when they are asked for. */
final class GatewayCollector extends Collector {
  private final GatewayService service;

  GatewayCollector(GatewayService service) {
    this.service = service;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    List<MetricFamilySamples> all = new ArrayList<>(own(service.stats()));
    all.addAll(service.ingestMetrics().collect());
    return all;
  }

  private List<MetricFamilySamples> own(StreamStats stream) {
    return List.of(
        new GaugeMetricFamily(
            Names.PREFIX + "gateway_clients",
            "WebSocket clients connected now.",
            service.clients()),
        new GaugeMetricFamily(
            Names.PREFIX + "gateway_calls",
            "Calls that the gateway shows at the moment.",
            service.calls()),
        new GaugeMetricFamily(
            Names.PREFIX + "gateway_up_to_date",
            "1 while what the gateway shows is up to date.",
            service.source() == Feed.State.LIVE ? 1 : 0),
        new CounterMetricFamily(
            Names.PREFIX + "gateway_messages",
            "Messages sent to WebSocket clients.",
            stream.messages()),
        new CounterMetricFamily(
            Names.PREFIX + "gateway_skipped_windows",
            "Windows that clients did not get because they were too slow.",
            stream.skippedWindows()),
        new CounterMetricFamily(
            Names.PREFIX + "gateway_refused_handshakes",
            "WebSocket handshakes refused.",
            stream.refusedHandshakes()),
        new CounterMetricFamily(
            Names.PREFIX + "gateway_stalled_clients",
            "Clients closed because they took nothing.",
            stream.stalledClients()),
        new CounterMetricFamily(
            Names.PREFIX + "gateway_refused_updates",
            "Updates not shown because of a limit.",
            service.refusedUpdates()));
  }
}
