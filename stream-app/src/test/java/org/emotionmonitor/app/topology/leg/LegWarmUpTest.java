package org.emotionmonitor.app.topology.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.TestScoring;
import org.junit.jupiter.api.Test;

class LegWarmUpTest {

  @Test
  void shouldCountNothingWhenTheJvmIsWarmedUp() {
    Config config = Config.load(List.of(), Map.of(), List.of());
    Metrics metrics = Metrics.isolated();
    try (ScoringService scoring = TestScoring.create(metrics)) {
      double before = batches(metrics);

      LegWarmUp.run(scoring, config.stream().timing(), Duration.ofMinutes(1));

      assertThat(batches(metrics)).isEqualTo(before);
      assertThat(scoring.idle()).isTrue();
    }
  }

  private static double batches(Metrics metrics) {
    return metrics.registry().getSampleValue("emotion_monitor_batch_windows_count");
  }
}
