package org.emotionmonitor.app.metrics;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.emotionmonitor.app.domain.ModelRef;

/** What the scorer counts. Thread-safe. */
public final class ScorerMetrics {

  private final Histogram batch;
  private final Counter errors;
  private final Gauge queue;
  private final Gauge ready;
  private final Gauge model;

  public ScorerMetrics(CollectorRegistry registry) {
    batch =
        Histogram.build(
                Names.PREFIX + "batch_windows", "Windows scored together in one call of the model.")
            .buckets(1, 2, 4, 8, 16, 32, 64, 128, 256)
            .register(registry);
    errors =
        Counter.build(
                Names.PREFIX + "scorer_errors_total",
                "Batches that the model failed on; they are tried again until it works.")
            .register(registry);
    queue =
        Gauge.build(Names.PREFIX + "scorer_queue_windows", "Windows that wait for the model.")
            .register(registry);
    ready =
        Gauge.build(
                Names.PREFIX + "scorer_ready",
                "1 while the model answers in time, 0 while it fails or hangs.")
            .register(registry);
    model =
        Gauge.build(Names.PREFIX + "model_info", "1 for the model that scores.")
            .labelNames("name", "version", "sha256", "precision")
            .register(registry);
  }

  /** A batch was scored. */
  public void batch(int windows) {
    batch.observe((double) windows);
  }

  /** The model failed on a batch. */
  public void failed() {
    errors.inc();
  }

  /** Where to look for the windows that wait. */
  public void queue(IntSupplier windows) {
    queue.setChild(child(windows::getAsInt));
  }

  /** Where to look whether the model answers. */
  public void ready(BooleanSupplier answers) {
    ready.setChild(child(() -> answers.getAsBoolean() ? 1 : 0));
  }

  /** The model that scores from now on, and the number format of its layers. */
  public void model(ModelRef ref, String precision) {
    model.clear();
    model.labels(ref.name(), ref.version(), ref.sha256(), precision).set(1);
  }

  private static Gauge.Child child(java.util.function.DoubleSupplier value) {
    return new Gauge.Child() {
      @Override
      public double get() {
        return value.getAsDouble();
      }
    };
  }
}
