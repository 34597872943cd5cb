package org.emotionmonitor.app.metrics;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Summary;
import java.util.List;
import org.emotionmonitor.app.domain.EventKind;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.core.domain.Labelled;

/** In what a shadow model differs from the one that scores. Thread-safe. */
public final class ShadowMetrics {

  private static final List<String> OUTCOMES = List.of("compared", "left_out", "failed");

  private final Counter windows;
  private final Counter agreeing;
  private final Summary differences;
  private final Gauge model;

  public ShadowMetrics(CollectorRegistry registry) {
    windows =
        Counter.build(
                Names.PREFIX + "shadow_windows_total",
                "Windows that were scored, by what the shadow model did: compared, left out"
                    + " because windows of calls waited, or failed.")
            .labelNames("outcome")
            .register(registry);
    OUTCOMES.forEach(windows::labels);
    agreeing =
        Counter.build(
                Names.PREFIX + "shadow_agreeing_windows_total",
                "Compared windows for which both models find the same class most probable.")
            .labelNames("output")
            .register(registry);
    differences =
        Summary.build(
                Names.PREFIX + "shadow_difference_ratio",
                "Mean absolute difference, 0 to 1, of the two models' probabilities of a compared"
                    + " window.")
            .labelNames("output")
            .register(registry);
    for (String output : Labelled.labels(EventKind.class)) {
      agreeing.labels(output);
      differences.labels(output);
    }
    model =
        Gauge.build(
                Names.PREFIX + "shadow_model_info",
                "1 for the model in the shadow, 0 without a name if there is none.")
            .labelNames("name", "version", "sha256", "precision")
            .register(registry);
    model.labels("", "", "", "").set(0);
  }

  /** That many windows were not given to the shadow model. */
  public void leftOut(int count) {
    windows.labels("left_out").inc((double) count);
  }

  /** The shadow model failed on that many windows. */
  public void failed(int count) {
    windows.labels("failed").inc((double) count);
  }

  /** That many windows were scored by both models. */
  public void compared(int count) {
    windows.labels("compared").inc((double) count);
  }

  /**
   * One output of one window.
   *
   * @param agrees whether the likeliest class is the same
   * @param difference mean over the classes
   */
  public void output(EventKind output, boolean agrees, double difference) {
    if (agrees) {
      agreeing.labels(output.label()).inc();
    }
    differences.labels(output.label()).observe(difference);
  }

  /** The model in the shadow from now on. */
  public void model(ModelRef ref, String precision) {
    model.clear();
    model.labels(ref.name(), ref.version(), ref.sha256(), precision).set(1);
  }
}
