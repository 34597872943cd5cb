package org.emotionmonitor.app.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AudioBudgetTest {
  private final AudioBudget budget = new AudioBudget(Duration.ofSeconds(5));

  @Test
  void shouldNeverHoldASenderBackWhoKeepsToRealTime() {
    for (long ms = 0; ms < 600_000; ms += 20) {
      assertThat(budget.spend(20, ms)).isZero();
    }
  }

  @Test
  void shouldAllowABurstAndThenRealTimeOnly() {
    assertThat(budget.spend(5_000, 0)).isZero();

    long now = 0;
    long sent = 5_000;
    while (now < 60_000) {
      now += budget.spend(1_000, now);
      sent += 1_000;
    }

    assertThat(sent).isBetween(66_000L, 70_000L);
  }

  @Test
  void shouldAllowTheBurstAgainAfterAPause() {
    budget.spend(5_000, 0);

    assertThat(budget.spend(4_900, 10_000)).isZero();
  }
}
