package org.emotionmonitor.app.metrics;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import io.prometheus.client.hotspot.DefaultExports;

/** What the service counts and times, under Prometheus' conventions. Thread-safe. */
public final class Metrics {

  private static final double[] SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
  };

  private final CollectorRegistry registry;
  private final Counter chunks;
  private final Counter rejected;
  private final Counter windows;
  private final Counter legs;
  private final Gauge legsLive;
  private final Histogram batch;
  private final Histogram stage;

  public Metrics(CollectorRegistry registry) {
    this.registry = registry;
    chunks =
        Counter.build("emotion_chunks_total", "Chunks of audio by what became of them.")
            .labelNames("outcome")
            .register(registry);
    rejected =
        Counter.build("emotion_rejected_records_total", "Records passed to the rejected topic.")
            .labelNames("reason")
            .register(registry);
    windows =
        Counter.build("emotion_windows_total", "Windows by result: scored, or why not.")
            .labelNames("result")
            .register(registry);
    legs =
        Counter.build("emotion_legs_total", "Legs by what happened to them.")
            .labelNames("event")
            .register(registry);
    legsLive =
        Gauge.build("emotion_legs_live", "Legs that are being analysed by this instance now.")
            .register(registry);
    batch =
        Histogram.build("emotion_batch_windows", "Windows scored in one call of the model.")
            .buckets(1, 2, 4, 8, 16, 32, 64, 128, 256)
            .register(registry);
    stage =
        Histogram.build("emotion_stage_seconds", "Time that a window spent in a stage.")
            .labelNames("stage")
            .buckets(SECONDS)
            .register(registry);
  }

  /** Metrics in a registry of their own. */
  public static Metrics isolated() {
    return new Metrics(new CollectorRegistry());
  }

  /** Adds those of the JVM: memory, garbage collection, threads. */
  public Metrics withJvm() {
    DefaultExports.register(registry);
    return this;
  }

  /** Where these metrics are registered. */
  public CollectorRegistry registry() {
    return registry;
  }

  /** {@code count} chunks ended as {@code outcome}. */
  public void chunks(ChunkOutcome outcome, long count) {
    chunks.labels(outcome.label()).inc((double) count);
  }

  /** A record was passed to the rejected topic. */
  public void rejected(String reason) {
    rejected.labels(reason).inc();
  }

  /** A window was published. */
  public void window(String result) {
    windows.labels(result).inc();
  }

  /** Something happened to a leg, such as {@code started}. */
  public void leg(String event) {
    legs.labels(event).inc();
  }

  /** The number of live legs changed. */
  public void legsLive(int change) {
    legsLive.inc((double) change);
  }

  /** A batch was scored. */
  public void batch(int size) {
    batch.observe((double) size);
  }

  /** A window left a stage after that many ms. */
  public void stage(String name, double ms) {
    stage.labels(name).observe(Math.max(0, ms) / 1_000);
  }
}
