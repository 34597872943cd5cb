package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

  private static final long BEGIN = 1_000_000;

  private final MockProcessorContext<byte[], Object> context = new MockProcessorContext<>();
  private final CommitPace pace = new CommitPace(Duration.ofMillis(25));

  @Test
  void shouldCommitAtOnceWhenTheLastCommitIsLongAgo() {
    assertThat(commitsAt(BEGIN, true)).isTrue();
  }

  @Test
  void shouldNotCommitWhenNothingWasPublished() {
    assertThat(commitsAt(BEGIN, false)).isFalse();
    assertThat(commitsAt(BEGIN, true)).isTrue();
    assertThat(commitsAt(BEGIN + 1_000, false)).isFalse();
  }

  @Test
  void shouldCommitAtTheEndOfTheIntervalWhenSomethingIsPublishedWithinIt() {
    assertThat(commitsAt(BEGIN, true)).isTrue();
    assertThat(commitsAt(BEGIN + 10, true)).isFalse();
    assertThat(commitsAt(BEGIN + 24, false)).isFalse();
    assertThat(commitsAt(BEGIN + 25, false)).isTrue();
    assertThat(commitsAt(BEGIN + 26, true)).isFalse();
  }

  @Test
  void shouldCommitWhenTheClockHasBeenSetBack() {
    assertThat(commitsAt(BEGIN, true)).isTrue();
    assertThat(commitsAt(BEGIN - 60_000, true)).isTrue();
  }

  @Test
  void shouldGiveEachThreadItsOwn() throws Exception {
    var paces = CommitPace.ofThreads(Duration.ofMillis(25));
    CommitPace[] other = new CommitPace[1];
    Thread thread = new Thread(() -> other[0] = paces.get());
    thread.start();
    thread.join();
    assertThat(paces.get()).isSameAs(paces.get()).isNotSameAs(other[0]);
  }

  private boolean commitsAt(long ms, boolean published) {
    context.resetCommit();
    context.setCurrentSystemTimeMs(ms);
    if (published) {
      pace.published();
    }
    pace.commitIfDue(context);
    return context.committed();
  }
}
