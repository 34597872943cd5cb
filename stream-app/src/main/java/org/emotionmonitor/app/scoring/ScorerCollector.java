package org.emotionmonitor.app.scoring;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import java.util.List;
import org.emotionmonitor.app.metrics.Names;
import org.emotionmonitor.onnx.Provider;
import org.emotionmonitor.onnx.ProviderStatus;
import org.emotionmonitor.onnx.Scorer;

/** What runs the model. */
public final class ScorerCollector extends Collector {

  private final Scorer scorer;

  private ScorerCollector(Scorer scorer) {
    this.scorer = scorer;
  }

  /** Adds the scorer's state to the metrics of its process. */
  public static void register(Scorer scorer, CollectorRegistry registry) {
    registry.register(new ScorerCollector(scorer));
  }

  @Override
  public List<MetricFamilySamples> collect() {
    ProviderStatus status = scorer.provider();
    GaugeMetricFamily provider =
        new GaugeMetricFamily(
            Names.PREFIX + "scorer_provider_info",
            "1 for what runs the model, 0 for what does not.",
            List.of("provider"));
    for (Provider each : Provider.values()) {
      provider.addMetric(List.of(each.label()), status.active() == each ? 1 : 0);
    }
    int fallback = status.fallback() ? 1 : 0;
    return List.of(
        provider,
        new GaugeMetricFamily(
            Names.PREFIX + "scorer_fallback_active",
            "1 while a CPU does what a GPU should do, else 0.",
            fallback),
        // A process falls back once, and stays there.
        new CounterMetricFamily(
            Names.PREFIX + "scorer_fallbacks",
            "Times that this process went from the GPU to the CPU.",
            fallback));
  }
}
