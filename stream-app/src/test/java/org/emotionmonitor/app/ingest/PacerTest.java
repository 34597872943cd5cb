package org.emotionmonitor.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PacerTest {

  private final AtomicLong now = new AtomicLong(5_000_000_000L);

  @Test
  void shouldNotDriftWhenEverySleepIsTooLong() {
    long begin = now.get();
    Pacer pacer = new Pacer(1, now::get, ns -> now.addAndGet(ns + 3_000_000));

    for (int chunk = 1; chunk <= 1_000; chunk++) {
      pacer.await(chunk * 0.02);
    }

    assertThat((now.get() - begin) / 1e9).isCloseTo(20, within(0.004));
  }

  @Test
  void shouldDivideTheWaitBySpeed() {
    long begin = now.get();
    Pacer pacer = new Pacer(10, now::get, now::addAndGet);

    pacer.await(60);

    assertThat((now.get() - begin) / 1e9).isCloseTo(6, within(0.001));
  }

  @Test
  void shouldNeverWaitWhenSpeedIsZero() {
    Pacer pacer =
        new Pacer(
            0,
            now::get,
            ns -> {
              throw new AssertionError("slept");
            });

    pacer.await(1e6);

    assertThat(now.get()).isEqualTo(5_000_000_000L);
  }

  @Test
  void shouldReturnEarlyWhenInterrupted() {
    Pacer pacer = new Pacer(1, now::get, ns -> Thread.currentThread().interrupt());

    pacer.await(60);

    assertThat(Thread.interrupted()).isTrue();
  }
}
