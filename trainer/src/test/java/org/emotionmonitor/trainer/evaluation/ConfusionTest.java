package org.emotionmonitor.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.junit.jupiter.api.Test;

class ConfusionTest {

  private static final LabelSet LABELS = new LabelSet(List.of("a", "b", "c"));

  /** By hand: recalls 3/4, 1/2, none; precisions 3/4, 1/2, 0. */
  private final Confusion confusion = new Confusion(new int[][] {{3, 1, 0}, {1, 1, 0}, {0, 0, 0}});

  @Test
  void shouldAverageRecallsOfClassesThatOccur() {
    assertThat(confusion.uar()).isEqualTo((0.75 + 0.5) / 2);
    assertThat(confusion.accuracy()).isEqualTo(4.0 / 6);
  }

  @Test
  void shouldTellPrecisionRecallAndF1() {
    ClassScore a = confusion.classes(LABELS).get(0);
    assertThat(a).isEqualTo(new ClassScore("a", 4, 0.75, 0.75, 0.75));
    ClassScore c = confusion.classes(LABELS).get(2);
    assertThat(c.precision()).isZero();
    assertThat(c.recall()).isNaN();
    assertThat(c.f1()).isZero();
  }

  @Test
  void shouldAverageOverClassesAndOverUtterances() {
    ClassScore macro = confusion.average(LABELS, false);
    assertThat(macro.f1()).isCloseTo((0.75 + 0.5) / 2, within(1e-12));
    ClassScore weighted = confusion.average(LABELS, true);
    assertThat(weighted.support()).isEqualTo(6);
    assertThat(weighted.f1()).isCloseTo((4 * 0.75 + 2 * 0.5) / 6, within(1e-12));
    // The weighted recall is the accuracy.
    assertThat(weighted.recall()).isCloseTo(confusion.accuracy(), within(1e-12));
  }

  @Test
  void shouldAddUp() {
    assertThat(confusion.plus(confusion).counts()[0]).containsExactly(6, 2, 0);
  }

  @Test
  void shouldBeNotANumberWhenNothingWasCounted() {
    assertThat(new Confusion(new int[2][2]).uar()).isNaN();
  }
}
