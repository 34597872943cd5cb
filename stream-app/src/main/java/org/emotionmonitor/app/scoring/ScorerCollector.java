package org.emotionmonitor.app.scoring;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import java.util.List;
import java.util.function.Supplier;
import org.emotionmonitor.app.metrics.Names;
import org.emotionmonitor.onnx.Provider;
import org.emotionmonitor.onnx.ProviderStatus;

/** What runs the model. */
final class ScorerCollector extends Collector {

  private static final double MS_PER_SECOND = 1_000;

  private final Supplier<ProviderStatus> running;
  private final Supplier<PrecisionTrial> trials;

  private ScorerCollector(Supplier<ProviderStatus> running, Supplier<PrecisionTrial> trials) {
    this.running = running;
    this.trials = trials;
  }

  /** Adds the state of the model that scores to the metrics of its process. */
  static void register(
      Supplier<ProviderStatus> running,
      Supplier<PrecisionTrial> trials,
      CollectorRegistry registry) {
    registry.register(new ScorerCollector(running, trials));
  }

  @Override
  public List<MetricFamilySamples> collect() {
    ProviderStatus status = running.get();
    GaugeMetricFamily provider =
        new GaugeMetricFamily(
            Names.PREFIX + "scorer_provider_info",
            "1 for what runs the model, 0 for what does not.",
            List.of("provider"));
    for (Provider each : Provider.values()) {
      provider.addMetric(List.of(each.label()), status.active() == each ? 1 : 0);
    }
    GaugeMetricFamily trial =
        new GaugeMetricFamily(
            Names.PREFIX + "precision_trial_window_seconds",
            "Time of a window in the measurement by which scoring.precision: auto has chosen, in"
                + " seconds; 0 if there was none.",
            List.of("precision"));
    PrecisionTrial latest = trials.get();
    trial.addMetric(List.of("fp32"), latest == null ? 0 : latest.fp32Ms() / MS_PER_SECOND);
    trial.addMetric(List.of("int8"), latest == null ? 0 : latest.int8Ms() / MS_PER_SECOND);
    int fallback = status.fallback() ? 1 : 0;
    return List.of(
        provider,
        trial,
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
