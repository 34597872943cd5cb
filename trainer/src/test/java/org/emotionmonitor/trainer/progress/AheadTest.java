package org.emotionmonitor.trainer.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class AheadTest {

  @Test
  void shouldGiveAllResultsInOrder() {
    List<Integer> results = new ArrayList<>();
    Ahead.of(List.of(1, 2, 3), i -> 10 * i).forEach(results::add);
    assertThat(results).containsExactly(10, 20, 30);
  }

  @Test
  void shouldThrowWhatTheWorkThrewWhenItsResultIsDue() {
    Iterator<Integer> results = Ahead.of(List.of(1, 0), i -> 10 / i).iterator();
    assertThat(results.next()).isEqualTo(10);
    assertThatThrownBy(results::next).isInstanceOf(ArithmeticException.class);
  }
}
