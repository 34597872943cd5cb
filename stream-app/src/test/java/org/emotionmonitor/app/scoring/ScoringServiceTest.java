package org.emotionmonitor.app.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.topology.TestScoring;
import org.emotionmonitor.app.topology.TestVoice;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.vad.LevelActivity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScoringServiceTest {

  private static final int RATE = 8_000;

  private final Metrics metrics = Metrics.isolated();
  private final ScoringService scoring = TestScoring.create(metrics);

  @AfterEach
  void close() {
    scoring.close();
  }

  @Test
  void shouldAnswerInTheOrderOfTheRequestsWhateverTheBatches() {
    FrontEnd speech = hear(TestVoice.speech(Encoding.PCMU, RATE, 8));
    FrontEnd silence = hear(TestVoice.silence(Encoding.PCMU, RATE, 8));
    List<WindowRequest> requests = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      requests.add(request(i % 3 == 0 ? silence : speech, 150 + 50L * i));
    }

    List<WindowScore> together = scoring.score(requests);

    assertThat(together).hasSize(10);
    for (int i = 0; i < 10; i++) {
      WindowScore alone = scoring.score(List.of(requests.get(i))).get(0);
      assertThat(together.get(i).unanswered()).isEqualTo(i % 3 == 0);
      assertThat(together.get(i).speechFrames()).isEqualTo(alone.speechFrames());
      if (i % 3 != 0) {
        assertThat(together.get(i).probabilities().emotion())
            .containsExactly(alone.probabilities().emotion(), within(1e-5f));
      }
    }
  }

  @Test
  void shouldNotAskTheModelWhenThereIsNoSpeech() {
    FrontEnd silence = hear(TestVoice.silence(Encoding.PCMU, RATE, 8));

    WindowScore score = scoring.score(List.of(request(silence, 600))).get(0);

    assertThat(score.unanswered()).isTrue();
    assertThat(score.estimates().activeLevelDbov()).isNaN();
    assertThat(score.estimates().syllablesPerSecond()).isNaN();
    assertThat(score.estimates().quality().snrDb()).isNaN();
    assertThat(score.estimates().quality().clippedPct()).isZero();
    assertThat(metrics.registry().getSampleValue("emotion_monitor_batch_windows_count")).isZero();
  }

  @Test
  void shouldMeasureRateLevelAndQualityOfSpeech() {
    FrontEnd speech = hear(TestVoice.speech(Encoding.PCMU, RATE, 8));

    Estimates estimates = scoring.score(List.of(request(speech, 700))).get(0).estimates();

    // Three syllables a second, half of the time silent; their power while they sound is that of
    // tones of 0.2 and 0.1, times a half for the shape of a syllable.
    assertThat(estimates.syllablesPerSecond()).isBetween(2.6, 3.4);
    assertThat(estimates.activeLevelDbov()).isBetween(-22.5, -18.5);
    assertThat(estimates.quality().clippedPct()).isZero();
    assertThat(estimates.quality().bandHz()).isBetween(200.0, 4_000.0);
  }

  @Test
  void shouldNameTheModel() {
    assertThat(scoring.model().name()).isEqualTo("test");
    assertThat(scoring.model().sha256()).hasSize(12);
  }

  private static FrontEnd hear(byte[] audio) {
    float[] samples = new float[audio.length];
    Encoding.PCMU.decode(audio, 0, audio.length, samples, 0);
    FrontEnd frontEnd = new FrontEnd(RATE, 800);
    frontEnd.accept(samples, 0, samples.length);
    return frontEnd;
  }

  private static WindowRequest request(FrontEnd frontEnd, long endFrame) {
    return new WindowRequest(
        frontEnd, new LevelActivity(frontEnd), endFrame, (int) Math.min(600, endFrame));
  }
}
