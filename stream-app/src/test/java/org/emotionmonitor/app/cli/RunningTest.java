package org.emotionmonitor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class RunningTest {

  private final Running running = new Running();
  private final List<String> closed = new ArrayList<>();

  @Test
  void shouldCloseInReverseOrderOnceAndGoOnAfterAFailure() throws Exception {
    running.start(() -> part("broker"));
    running.start(
        () ->
            () -> {
              throw new IllegalStateException("will not close");
            });
    running.start(() -> part("stream"));

    running.close();
    running.close();

    assertThat(closed).containsExactly("stream", "broker");
  }

  @Test
  void shouldWaitForAPartThatIsStartingAndCloseIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    var starting =
        CompletableFuture.runAsync(
            () -> {
              try {
                running.start(
                    () -> {
                      begun.countDown();
                      goOn.await();
                      return part("slow");
                    });
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    begun.await();
    var closing = CompletableFuture.runAsync(running::close);
    Awaitility.await().until(running::isStopping);
    goOn.countDown();

    closing.join();
    starting.join();

    assertThat(closed).containsExactly("slow");
  }

  @Test
  void shouldStartNothingMoreWhenStopping() {
    running.close();

    assertThatThrownBy(() -> running.start(() -> part("late")))
        .isInstanceOf(StoppedException.class);
    assertThat(closed).isEmpty();
  }

  @Test
  void shouldNotReportWhatFailsBecauseOfTheStop() throws Exception {
    running.start(() -> part("broker"));

    assertThatThrownBy(
            () ->
                running.start(
                    () -> {
                      var unused = CompletableFuture.runAsync(running::close);
                      Awaitility.await().until(running::isStopping);
                      throw new IllegalStateException("the broker went away");
                    }))
        .isInstanceOf(StoppedException.class);
  }

  private AutoCloseable part(String name) {
    return () -> closed.add(name);
  }
}
