package org.emotionmonitor.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

  @Test
  void shouldFollowTheConventionsWhenNothingHasHappenedYet() throws IOException {
    Map<String, MetricFamily> page = MetricsPage.of(Metrics.isolated().registry());

    assertThat(MetricConventions.problems(page.values())).isEmpty();
    assertThat(page.get("emotion_monitor_chunks_total").labels().get("outcome"))
        .containsExactly("audio", "duplicate", "late", "lost", "paused", "policy");
    assertThat(page.values()).allSatisfy(family -> assertThat(family.series()[0]).isPositive());
  }

  @Test
  void shouldNameWhatBreaksTheConventions() throws IOException {
    CollectorRegistry registry = new CollectorRegistry();
    Gauge.build("emotion_monitor_wait_ms", "Time that something waits, in ms.").register(registry);
    Gauge.build("emotion_monitor_done_total", "A gauge named like a counter.").register(registry);
    Gauge.build("calls", "Calls that are under way now.").register(registry);
    Gauge.build("emotion_monitor_speed", "How fast everything is going.").register(registry);
    Gauge.build("emotion_monitor_wait_seconds", "How long something waits.").register(registry);
    Gauge.build("emotion_monitor_full_bytes", "TODO").register(registry);
    Counter.build("emotion_monitor_windows_total", "Windows of each call.")
        .labelNames("callId")
        .register(registry)
        .labels("c1")
        .inc();

    List<String> problems = MetricConventions.problems(MetricsPage.of(registry).values());

    assertThat(problems)
        .containsExactlyInAnyOrder(
            "calls: not emotion_monitor_ and lower-case words",
            "emotion_monitor_done_total: counters, and only they, end in _total",
            "emotion_monitor_full_bytes: the help is no sentence: TODO",
            "emotion_monitor_speed: ends in no unit and no thing that is counted",
            "emotion_monitor_wait_ms: not a base unit (seconds, bytes, ratio)",
            "emotion_monitor_wait_seconds: the help does not say the unit, seconds",
            "emotion_monitor_windows_total: label callId is not a known, bounded one");
  }
}
