package org.emotionmonitor.app.topology.leg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HopStretchTest {

  private final HopStretch stretch = new HopStretch(10_000);
  private long audioMs;

  @Test
  void shouldScoreEveryWindowWhenNothingLags() {
    for (int i = 0; i < 100; i++) {
      assertThat(skips(i, 50)).isFalse();
    }
    assertThat(stretch.factor()).isOne();
  }

  @Test
  void shouldSkipMoreAndMoreWhenTheLagGrowsAndScoreAllAgainWhenItIsGone() {
    int skipped = 0;
    for (int i = 0; i < 60; i++) {
      skipped += skips(i, i < 2 ? 50 : 12_000) ? 1 : 0;
    }
    assertThat(stretch.factor()).isEqualTo(8);
    assertThat(skipped).isBetween(35, 50);

    for (int i = 60; i < 100; i++) {
      skips(i, 100);
    }
    assertThat(stretch.factor()).isOne();
  }

  @Test
  void shouldNotTakeABacklogOrAWrongClockForLag() {
    for (int i = 0; i < 100; i++) {
      assertThat(skips(i, 3_600_000 - i * 500L)).isFalse();
    }
    HopStretch early = new HopStretch(10_000);
    early.heard(3_600_000, 1_000);
    assertThat(early.skips(1)).isFalse();
    early.heard(2_000, 2_000);
    assertThat(early.skips(1)).isFalse();
  }

  @Test
  void shouldNeverSkipWhenThatIsSwitchedOff() {
    HopStretch never = new HopStretch(0);
    never.heard(0, 0);
    never.heard(1_000, 1_000_000);
    assertThat(never.skips(1)).isFalse();
  }

  /** A window a second, which comes {@code lagMs} late. */
  private boolean skips(int number, long lagMs) {
    audioMs = 1_000L * number;
    stretch.heard(audioMs, audioMs + lagMs);
    return stretch.skips(number);
  }
}
