package org.emotionmonitor.app.metrics;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import java.util.List;
import org.emotionmonitor.app.domain.RejectReason;
import org.emotionmonitor.core.domain.Labelled;

/**
 * What the stream counts and times, under Prometheus' conventions. Known label values are there
 * with 0 from the start: a rate over a counter that appears only with its first event misses that
 * event. Thread-safe.
 */
public final class Metrics {

  /** Around what the latency objective (1 s) and its halves need; the rest shows the shape. */
  private static final double[] SECONDS = {
    0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2.5, 5, 10, 30
  };

  private static final List<String> LEG_EVENTS =
      List.of(
          "started",
          "ended",
          "idle",
          "restarted",
          "dropped",
          "consented",
          "withdrawn",
          "duplicate_start",
          "paused",
          "resumed");

  private static final List<String> RESULTS =
      List.of("scored", "no_speech", "invalid_audio", "skipped");
  private static final List<String> STAGES =
      List.of("ingest", "order", "queue", "score", "publish");
  private static final List<String> LOSSES = List.of("leg_not_rebuilt");

  private final CollectorRegistry registry;
  private final AlertMetrics alerts;
  private final Counter chunks;
  private final Counter rejected;
  private final Counter windows;
  private final Counter lost;
  private final Counter legs;
  private final Gauge legsLive;
  private final Gauge degradedLegs;
  private final DueLag dueLag;
  private final Histogram stage;
  private final Histogram latency;

  public Metrics(CollectorRegistry registry) {
    this.registry = registry;
    alerts = new AlertMetrics(registry);
    chunks =
        counter("chunks_total", "Chunks of audio, by what became of them.", "outcome")
            .register(registry);
    rejected =
        counter("rejected_records_total", "Records passed to the rejected topic, by why.", "reason")
            .register(registry);
    windows =
        counter(
                "windows_total",
                "Windows, by result: scored, or why not; those that are skipped are not published.",
                "result")
            .register(registry);
    lost =
        counter(
                "lost_windows_total",
                "Events after which windows of a leg are missing for good; the objective is none.",
                "reason")
            .register(registry);
    legs = counter("legs_total", "Legs, by what happened to them.", "event").register(registry);
    legsLive =
        Gauge.build(
                Names.PREFIX + "live_legs", "Legs that this instance is analysing at the moment.")
            .register(registry);
    degradedLegs =
        Gauge.build(
                Names.PREFIX + "degraded_legs",
                "Legs of which only some windows are scored, as scoring cannot keep up.")
            .register(registry);
    dueLag = new DueLag(registry);
    stage =
        Histogram.build(
                Names.PREFIX + "stage_seconds",
                "Time of a window in a stage, in seconds: ingest (capture of its last audio to"
                    + " arrival here), order (waiting for audio before it), queue (until its batch"
                    + " begins), score (the model's run of its batch), publish (until its event).")
            .labelNames("stage")
            .buckets(SECONDS)
            .register(registry);
    latency =
        Histogram.build(
                Names.PREFIX + "window_latency_seconds",
                "Time from the arrival of a window's last audio at this instance to its event, in"
                    + " seconds: the latency that the objective is about.")
            .buckets(SECONDS)
            .register(registry);
    Labelled.labels(ChunkOutcome.class).forEach(chunks::labels);
    Labelled.labels(RejectReason.class).forEach(rejected::labels);
    RESULTS.forEach(windows::labels);
    LOSSES.forEach(lost::labels);
    LEG_EVENTS.forEach(legs::labels);
    STAGES.forEach(stage::labels);
  }

  /** Metrics in a registry of their own. */
  public static Metrics isolated() {
    return new Metrics(new CollectorRegistry());
  }

  /** Where these metrics are registered. */
  public CollectorRegistry registry() {
    return registry;
  }

  /** Those of alerts. */
  public AlertMetrics alerts() {
    return alerts;
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

  /** Windows of a leg will never be published, which should not be. */
  public void windowsLost(String reason) {
    lost.labels(reason).inc();
  }

  /** Something happened to a leg, such as {@code started}. */
  public void leg(String event) {
    legs.labels(event).inc();
  }

  /** The number of live legs changed. */
  public void legsLive(int change) {
    legsLive.inc((double) change);
  }

  /** The age of the windows that are due. */
  public DueLag dueLag() {
    return dueLag;
  }

  /** Legs of which only some windows are scored became more or fewer. */
  public void degradedLegs(int change) {
    degradedLegs.inc((double) change);
  }

  /** A window left a stage after that many ms. */
  public void stage(String name, double ms) {
    stage.labels(name).observe(seconds(ms));
  }

  /** A window's event is made, that many ms after the arrival of its last audio. */
  public void latency(double ms) {
    latency.observe(seconds(ms));
  }

  private static double seconds(double ms) {
    return Math.max(0, ms) / 1_000;
  }

  private static Counter.Builder counter(String name, String help, String label) {
    return Counter.build(Names.PREFIX + name, help).labelNames(label);
  }
}
