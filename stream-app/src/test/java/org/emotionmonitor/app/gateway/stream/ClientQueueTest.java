package org.emotionmonitor.app.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientQueueTest {
  private static final Change.Scope SCOPE = new Change.Scope("customer", Set.of(), Set.of());

  private final ClientQueue queue = new ClientQueue(10);

  @Test
  void shouldKeepEveryWindowWhenTheClientIsFastEnough() {
    for (int i = 1; i <= 10; i++) {
      queue.offer(window("c", "a", i));
    }

    ClientQueue.Batch batch = queue.drain();

    assertThat(batch.changes()).hasSize(10);
    assertThat(batch.skipped()).isZero();
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void shouldKeepTheLatestWindowOfEachLegWhenTheClientLags() {
    queue.offer(leg("c", "a"));
    for (int i = 1; i <= 100; i++) {
      queue.offer(window("c", "a", i));
      queue.offer(window("c", "b", i));
    }

    ClientQueue.Batch batch = queue.drain();

    assertThat(batch.changes()).hasSizeLessThanOrEqualTo(10);
    assertThat(batch.changes())
        .extracting(Change::key)
        .contains(leg("c", "a").key(), window("c", "a", 100).key(), window("c", "b", 100).key());
    assertThat(batch.skipped() + batch.changes().size()).isEqualTo(201);
  }

  @Test
  void shouldHoldNoMoreThanTwoChangesPerLegWhenThereAreManyLegs() {
    for (int i = 1; i <= 50; i++) {
      for (int leg = 0; leg < 100; leg++) {
        queue.offer(leg("c" + leg, "a"));
        queue.offer(window("c" + leg, "a", i));
      }
    }

    // Coalescing waits until as much has come again: four per leg at the most.
    assertThat(queue.size()).isLessThanOrEqualTo(400);
  }

  @Test
  void shouldSupersedeAnOlderVersionOfTheSameWindow() {
    queue.offer(window("c", "a", 1));
    queue.offer(new Change(window("c", "a", 1).key(), SCOPE, 2, "{\"newer\":true}"));

    assertThat(queue.drain().changes())
        .extracting(Change::json)
        .containsExactly("{\"newer\":true}");
  }

  @Test
  void shouldForgetACallThatIsGone() {
    queue.offer(leg("c", "a"));
    queue.offer(window("c", "a", 1));
    queue.offer(window("d", "a", 1));
    queue.offer(new Change(new Change.Key(Change.Kind.GONE, "c", "", 0), SCOPE, 3, "{}"));

    assertThat(queue.drain().changes())
        .extracting(c -> c.key().kind())
        .containsExactly(Change.Kind.WINDOW, Change.Kind.GONE);
  }

  private static Change leg(String call, String leg) {
    return new Change(new Change.Key(Change.Kind.LEG, call, leg, 0), SCOPE, 1, "{}");
  }

  private static Change window(String call, String leg, long end) {
    return new Change(new Change.Key(Change.Kind.WINDOW, call, leg, end), SCOPE, end, "{}");
  }
}
