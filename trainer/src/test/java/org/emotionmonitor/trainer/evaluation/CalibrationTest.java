package org.emotionmonitor.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.testing.Utterances;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void shouldFindTheTemperatureThatUndoesOverconfidence() {
    List<Prediction> sharpened = predictions(2.5);
    double temperature = Calibration.temperature(sharpened);
    assertThat(temperature).isEqualTo(2.5, Offset.offset(0.2));
    assertThat(Reliability.error(sharpened, temperature))
        .isLessThan(Reliability.error(sharpened, 1) / 3);
  }

  @Test
  void shouldLeaveCalibratedProbabilitiesAlone() {
    assertThat(Calibration.temperature(predictions(1))).isEqualTo(1, Offset.offset(0.1));
  }

  @Test
  void shouldMeasureTheGapOfConfidenceAndAccuracy() {
    float[] sure = {0.9f, 0.1f, 0, 0, 0};
    List<Prediction> half =
        List.of(prediction(sure, Emotion.CHEERFUL), prediction(sure, Emotion.SAD));
    assertThat(Reliability.error(half, 1)).isEqualTo(0.4, Offset.offset(1e-6));
  }

  @Test
  void shouldFlattenWhenTheTemperatureIsHigh() {
    double[] flat = Calibration.scale(new float[] {0.8f, 0.2f}, 2);
    assertThat(flat[0]).isEqualTo(2 / 3.0, Offset.offset(1e-6));
    assertThat(flat[0] + flat[1]).isEqualTo(1, Offset.offset(1e-12));
  }

  /** Labels drawn from known probabilities, which are then sharpened. */
  private static List<Prediction> predictions(double sharpness) {
    Random random = new Random(4);
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      float[] logits = new float[5];
      double sum = 0;
      for (int c = 0; c < 5; c++) {
        logits[c] = (float) random.nextGaussian();
        sum += Math.exp(logits[c]);
      }
      float[] truth = new float[5];
      for (int c = 0; c < 5; c++) {
        truth[c] = (float) (Math.exp(logits[c]) / sum);
      }
      double[] sharp = Calibration.scale(truth, 1 / sharpness);
      float[] given = new float[5];
      for (int c = 0; c < 5; c++) {
        given[c] = (float) sharp[c];
      }
      predictions.add(prediction(given, draw(truth, random.nextDouble())));
    }
    return predictions;
  }

  private static Emotion draw(float[] probabilities, double point) {
    Emotion[] emotions = Emotion.values();
    double rest = point;
    int c = 0;
    while (c < emotions.length - 1 && rest >= probabilities[c]) {
      rest -= probabilities[c];
      c++;
    }
    return emotions[c];
  }

  private static Prediction prediction(float[] probabilities, Emotion truth) {
    Example example =
        new Example(
            Path.of("x"), 10, Utterances.of(truth), Double.NaN, Double.NaN, Thresholds.DEFAULT);
    return new Prediction(example, probabilities, new float[3], new float[3]);
  }
}
