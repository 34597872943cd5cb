package org.emotionmonitor.app.metrics;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import java.util.List;

/** How often changed model files were opened. Thread-safe. */
public final class ReloadMetrics {

  private static final List<String> MODELS = List.of("live", "shadow");
  private static final List<String> OUTCOMES = List.of("loaded", "refused");

  private final Counter reloads;

  public ReloadMetrics(CollectorRegistry registry) {
    reloads =
        Counter.build(
                Names.PREFIX + "model_reloads_total",
                "Changes of a model's file, by what came of it: loaded, or refused, whereupon the"
                    + " former model goes on.")
            .labelNames("model", "outcome")
            .register(registry);
    MODELS.forEach(model -> OUTCOMES.forEach(outcome -> reloads.labels(model, outcome)));
  }

  /** The new model of {@code live} or {@code shadow} is in use. */
  public void loaded(String model) {
    reloads.labels(model, "loaded").inc();
  }

  /** It is no good. */
  public void refused(String model) {
    reloads.labels(model, "refused").inc();
  }
}
