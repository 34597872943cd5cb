package org.emotionmonitor.app.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.topology.TestScoring;
import org.emotionmonitor.app.topology.TestVoice;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.vad.LevelActivity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How windows of several threads come together, and what happens when the model fails. */
class BatchesTest {

  private static final int RATE = 8_000;
  private static final long SHORT_NANOS = 200_000;
  private static final long SOON_NANOS = 300_000_000_000L;

  private final Metrics metrics = Metrics.isolated();
  private final ScriptedModel model = new ScriptedModel(TestScoring.model());
  private final ScoringService scoring =
      TestScoring.create(model, metrics, LevelActivity.factory());

  @AfterEach
  void close() {
    model.release();
    scoring.close();
  }

  @Test
  void shouldScoreTheWindowsOfAllThreadsTogetherWhenTheyPiledUp() throws Exception {
    CompletableFuture<WindowScore> first = blocked();
    List<CompletableFuture<WindowScore>> answers = new CopyOnWriteArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread = new Thread(() -> answers.add(scoring.submit(request())));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(answers).noneMatch(CompletableFuture::isDone);
    model.release();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().unanswered()).isFalse());
    assertThat(first.join().model()).isEqualTo(scoring.model());
    assertThat(model.batches()).containsExactly(1, 4);
  }

  @Test
  void shouldTakeNoMoreWindowsThanTheQueueHolds() {
    List<CompletableFuture<WindowScore>> answers = new ArrayList<>(List.of(blocked()));
    for (CompletableFuture<WindowScore> next = scoring.submit(request());
        next != null;
        next = scoring.submit(request())) {
      answers.add(next);
    }

    assertThat(answers).hasSize(16);
    assertThat(metrics.registry().getSampleValue("emotion_monitor_scorer_queue_windows"))
        .isEqualTo(16);
    model.release();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().unanswered()).isFalse());
    until(scoring::idle);
    assertThat(scoring.submit(request())).isNotNull();
  }

  @Test
  void shouldTryAgainInSmallerPartsAndSayThatItIsNotReadyWhenTheModelFails() {
    List<Boolean> told = new CopyOnWriteArrayList<>();
    scoring.onWorking(told::add);
    CompletableFuture<WindowScore> first = blocked();
    List<CompletableFuture<WindowScore>> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      answers.add(scoring.submit(request()));
    }
    model.failNext(3);
    model.release();

    until(() -> !scoring.ready());
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().unanswered()).isFalse());
    assertThat(first.join().unanswered()).isFalse();
    until(scoring::ready);
    assertThat(told).startsWith(false).endsWith(true);
    assertThat(metrics.registry().getSampleValue("emotion_monitor_scorer_errors_total"))
        .isEqualTo(3);
    float[] alone = scoring.submit(request()).join().probabilities().emotion();
    assertThat(answers.get(3).join().probabilities().emotion())
        .containsExactly(alone, within(1e-5f));
  }

  @Test
  void shouldAbstainFromAWindowThatIsNoNumbersAndScoreTheOthers() {
    ScriptedModel strict = new ScriptedModel(new RefusingModel(TestScoring.model()));
    try (ScoringService refusing =
        TestScoring.create(strict, Metrics.isolated(), LevelActivity.factory())) {
      List<WindowScore> scores = refusing.score(List.of(request(300), request(200), request(300)));

      assertThat(scores)
          .extracting(WindowScore::abstained)
          .containsExactly(null, "invalid_audio", null);
    }
  }

  @Test
  void shouldGiveUpWindowsThatWaitWhenClosed() {
    CompletableFuture<WindowScore> first = blocked();
    CompletableFuture<WindowScore> waiting = scoring.submit(request());
    Thread closing = new Thread(scoring::close);
    closing.start();
    model.release();

    until(waiting::isDone);
    until(() -> !closing.isAlive());
    assertThat(first).isDone();
    assertThat(scoring.ready()).isFalse();
  }

  /** A window that the model has, and is held up with. */
  private CompletableFuture<WindowScore> blocked() {
    model.hold();
    CompletableFuture<WindowScore> first = scoring.submit(request());
    until(model::holding);
    return first;
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + SOON_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(SHORT_NANOS);
    }
  }

  private static WindowRequest request() {
    return request(300);
  }

  private static WindowRequest request(int endFrame) {
    byte[] audio = TestVoice.speech(Encoding.PCMU, RATE, 4);
    float[] samples = new float[audio.length];
    Encoding.PCMU.decode(audio, 0, audio.length, samples, 0);
    FrontEnd frontEnd = new FrontEnd(RATE, 800);
    frontEnd.accept(samples, 0, samples.length);
    return new WindowRequest(frontEnd, new LevelActivity(frontEnd), endFrame, endFrame);
  }
}
