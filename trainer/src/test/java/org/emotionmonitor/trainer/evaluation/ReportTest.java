package org.emotionmonitor.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.corpus.Utterance;
import org.emotionmonitor.trainer.data.Example;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final LabelSet LABELS = new LabelSet(List.of("a", "b"));

  @Test
  void shouldBracketTheUarBySpeakers() {
    List<Prediction> predictions = new ArrayList<>();
    for (int speaker = 0; speaker < 8; speaker++) {
      for (int i = 0; i < 10; i++) {
        // The first half of the speakers is told better than the second.
        boolean right = i < (speaker < 4 ? 9 : 6);
        predictions.add(prediction("s" + speaker, i % 2, right ? i % 2 : 1 - i % 2, 0.8f));
      }
    }
    Report report = Report.of("clean", predictions, LABELS, 1);
    assertThat(report.accuracy()).isEqualTo(0.75);
    assertThat(report.accuracyInterval().low()).isBetween(0.6, 0.72);
    assertThat(report.accuracyInterval().high()).isBetween(0.78, 0.9);
    assertThat(report.uarInterval().low()).isLessThan(report.uar());
    assertThat(report.rateAccuracy()).as("no such head").isNull();
  }

  @Test
  void shouldLeaveTheIntervalOutWithFewSpeakers() {
    List<Prediction> one = List.of(prediction("s", 0, 0, 0.9f), prediction("s", 1, 1, 0.9f));
    assertThat(Report.of("clean", one, LABELS, 1).uarInterval()).isNull();
  }

  @Test
  void shouldGainAccuracyWhenTheUnsureIsLeftOut() {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      predictions.add(prediction("s" + i, 0, i < 10 ? 0 : i % 2, i < 10 ? 0.9f : 0.6f));
    }
    List<Coverage.Point> points = Coverage.points(predictions, 1);
    assertThat(points.get(0).coverage()).isEqualTo(1);
    assertThat(points.get(0).accuracy()).isEqualTo(0.75);
    assertThat(points.get(10).coverage()).isEqualTo(0.5);
    assertThat(points.get(10).accuracy()).isEqualTo(1);
    assertThat(points.get(10).threshold()).isCloseTo(0.9, within(1e-6));
  }

  @Test
  void shouldCountEveryUtteranceInOneBin() {
    List<Prediction> predictions =
        List.of(
            prediction("s", 0, 0, 1f), prediction("s", 0, 1, 0.7f), prediction("s", 1, 1, 0.7f));
    List<Reliability.Bin> bins = Reliability.bins(predictions, 1);
    assertThat(bins.stream().mapToInt(Reliability.Bin::utterances).sum()).isEqualTo(3);
    assertThat(bins.get(bins.size() - 1).accuracy()).isEqualTo(1);
    assertThat(bins.get(0).confidence()).isNull();
    assertThat(Reliability.error(predictions, 1)).isCloseTo(2 / 3.0 * 0.2, within(1e-6));
  }

  @Test
  void shouldAverageWhatTheModelAnswers() {
    List<Prediction> predictions = List.of(prediction("s", 0, 0, 1f), prediction("s", 0, 1, 0.5f));
    Reference reference = Reference.of("clean", predictions, 1);
    assertThat(reference.estimates().get(0)).isCloseTo(0.75, within(1e-6));
    assertThat(reference.entropyBits()).isCloseTo(0.5, within(1e-6));
  }

  private static Prediction prediction(String speaker, int label, int answer, float confidence) {
    float[] emotion = {1 - confidence, 1 - confidence};
    emotion[answer] = confidence;
    Utterance utterance =
        new Utterance(
            2,
            "a.wav",
            Path.of("a.wav"),
            "corpus",
            "en",
            speaker,
            "F",
            LABELS.name(label),
            OptionalInt.of(label),
            5,
            1.25,
            -26,
            Split.DEV,
            OptionalInt.empty());
    Example example =
        new Example(Path.of("a.f32"), 100, utterance, Double.NaN, Double.NaN, Thresholds.DEFAULT);
    return new Prediction(example, emotion, new float[0], new float[0]);
  }
}
