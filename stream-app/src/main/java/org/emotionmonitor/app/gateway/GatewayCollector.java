package org.emotionmonitor.app.gateway;

import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import java.util.List;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.app.gateway.stream.StreamStats;

/** The gateway's numbers under Prometheus' conventions, read when they are asked for. */
final class GatewayCollector extends Collector {
  private final GatewayService service;

  GatewayCollector(GatewayService service) {
    this.service = service;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    StreamStats stream = service.stats();
    return List.of(
        new GaugeMetricFamily(
            "emotion_gateway_clients", "WebSocket clients connected now.", service.clients()),
        new GaugeMetricFamily(
            "emotion_gateway_calls", "Calls that the gateway shows.", service.calls()),
        new GaugeMetricFamily(
            "emotion_gateway_up_to_date",
            "1 while what the gateway shows is up to date.",
            service.source() == Feed.State.LIVE ? 1 : 0),
        new CounterMetricFamily(
            "emotion_gateway_messages", "Messages sent to clients.", stream.messages()),
        new CounterMetricFamily(
            "emotion_gateway_skipped_windows",
            "Windows that clients did not get because they were too slow.",
            stream.skippedWindows()),
        new CounterMetricFamily(
            "emotion_gateway_refused_handshakes",
            "WebSocket handshakes refused.",
            stream.refusedHandshakes()),
        new CounterMetricFamily(
            "emotion_gateway_stalled_clients",
            "Clients closed because they took nothing.",
            stream.stalledClients()),
        new CounterMetricFamily(
            "emotion_gateway_refused_updates",
            "Updates not shown because of a limit.",
            service.refusedUpdates()));
  }
}
