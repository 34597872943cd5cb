package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogBudgetTest {

  private final AtomicLong nanos = new AtomicLong(-5);
  private final LogBudget budget = new LogBudget(3, nanos::get);

  @Test
  void shouldAdmitAFewLinesAMinuteAndCountTheOthers() {
    assertThat(admitted(1_000)).isEqualTo(3);
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(59));
    assertThat(admitted(1)).isZero();
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));

    assertThat(admitted(1)).isEqualTo(1);
    assertThat(budget.takeWithheld()).isEqualTo(998);
    assertThat(budget.takeWithheld()).isZero();
  }

  @Test
  void shouldAdmitAllWhenTheyAreFew() {
    for (int minute = 0; minute < 10; minute++) {
      assertThat(admitted(3)).isEqualTo(3);
      nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
    }
    assertThat(budget.takeWithheld()).isZero();
  }

  private long admitted(int lines) {
    return IntStream.range(0, lines).filter(line -> budget.admits()).count();
  }
}
