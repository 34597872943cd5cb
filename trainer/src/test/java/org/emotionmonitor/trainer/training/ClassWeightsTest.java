package org.emotionmonitor.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.trainer.corpus.Utterance;
import org.emotionmonitor.trainer.testing.Utterances;
import org.junit.jupiter.api.Test;

class ClassWeightsTest {

  @Test
  void shouldBalanceClassesWhenThePowerIsOne() {
    double[] weights = ClassWeights.of(utterances(10, 20, 40, 10, 20), 5, 1);
    assertThat(weights).containsExactly(new double[] {2, 1, 0.5, 2, 1}, Offset.offset(1e-9));
  }

  @Test
  void shouldWeighAllAlikeWhenThePowerIsZero() {
    assertThat(ClassWeights.of(utterances(1, 2, 3, 4, 5), 5, 0)).containsOnly(1.0);
  }

  @Test
  void shouldWeighTheAverageUtteranceByOne() {
    int[] counts = {3, 50, 7, 12, 28};
    double[] weights = ClassWeights.of(utterances(counts), 5, 0.75);
    double total = 0;
    for (int c = 0; c < counts.length; c++) {
      total += weights[c] * counts[c];
    }
    assertThat(total).isEqualTo(100, Offset.offset(1e-9));
  }

  private static List<Utterance> utterances(int... counts) {
    List<Utterance> utterances = new ArrayList<>();
    Emotion[] emotions = Emotion.values();
    for (int c = 0; c < counts.length; c++) {
      for (int i = 0; i < counts[c]; i++) {
        utterances.add(Utterances.of(emotions[c]));
      }
    }
    return utterances;
  }
}
