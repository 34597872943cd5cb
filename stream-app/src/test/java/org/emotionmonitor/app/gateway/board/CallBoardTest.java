package org.emotionmonitor.app.gateway.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.emotionmonitor.app.gateway.ManualClock;
import org.emotionmonitor.app.gateway.Sample;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.view.CallJson;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.app.gateway.view.Viewer;
import org.emotionmonitor.core.domain.LegKey;
import org.junit.jupiter.api.Test;

class CallBoardTest {
  private static final Viewer ALL = new Viewer(Principal.LOCAL);

  private static final LegKey CUSTOMER = Sample.leg("c1", "customer");
  private static final LegKey AGENT = Sample.leg("c1", "agent");

  private final ManualClock clock = new ManualClock();
  private final CallBoard board =
      new CallBoard(
          new BoardLimits(3, 2, 5, Duration.ofMinutes(10), Duration.ofMinutes(30)), clock);

  @Test
  void shouldAlignTheThreeEventsOfAWindow() {
    apply(Sample.scored(CUSTOMER, now(), 6000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));

    Point point = leg(CUSTOMER).newest();
    assertThat(leg(CUSTOMER).points()).hasSize(1);
    assertThat(point.emotion().label()).isEqualTo("sad");
    assertThat(point.rate().label()).isEqualTo("medium");
    assertThat(point.volume().label()).isEqualTo("medium");
    assertThat(point.activeLevelDbov()).isEqualTo(-24.5f);
    assertThat(point.syllablesPerSecond()).isEqualTo(4.25f);
    assertThat(point.quality().snrDb()).isEqualTo(24.5f);
  }

  @Test
  void shouldShowTheSameWhateverTheOrderAcrossTopics() {
    List<Update> updates = new ArrayList<>(List.of(Sample.started(CUSTOMER, now())));
    for (long end = 2000; end <= 6000; end += 1000) {
      updates.addAll(Sample.scored(CUSTOMER, now(), end, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    }
    updates.add(Sample.dropped(AGENT, now()));
    updates.add(Sample.ended(CUSTOMER, now()));
    apply(updates);
    String expected = json();

    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(updates, random);
      CallBoard other = new CallBoard(BoardLimits.defaults(), clock);
      updates.forEach(other::apply);
      updates.forEach(other::apply);
      assertThat(JsonText.text(out -> CallJson.timeline(out, other.call("c1").orElseThrow(), ALL)))
          .isEqualTo(expected);
      assertThat(other.call("c1").orElseThrow().ended()).isTrue();
    }
  }

  @Test
  void shouldKeepOnlyTheNewestPoints() {
    for (long end = 1000; end <= 9000; end += 1000) {
      apply(Sample.scored(CUSTOMER, now(), end, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    }

    assertThat(leg(CUSTOMER).points())
        .extracting(p -> p.span().endMs())
        .containsExactly(5000L, 6000L, 7000L, 8000L, 9000L);
  }

  @Test
  void shouldTakeTheOldestEndedCallAwayWhenFull() {
    board.apply(Sample.started(Sample.leg("a", "customer"), now()));
    board.apply(Sample.ended(Sample.leg("b", "customer"), now()));
    board.apply(Sample.started(Sample.leg("c", "customer"), now()));

    board.apply(Sample.started(Sample.leg("d", "customer"), now()));

    assertThat(board.calls()).extracting(Call::id).containsExactly("a", "c", "d");
  }

  @Test
  void shouldRefuseANewCallWhenFullOfLiveOnes() {
    for (String id : List.of("a", "b", "c", "d")) {
      board.apply(Sample.started(Sample.leg(id, "customer"), now()));
    }

    assertThat(board.calls()).extracting(Call::id).containsExactly("a", "b", "c");
    assertThat(board.refused()).isEqualTo(1);
  }

  @Test
  void shouldBoundTheLegsOfACall() {
    for (String leg : List.of("a", "b", "c")) {
      board.apply(Sample.started(Sample.leg("c1", leg), now()));
    }

    assertThat(board.call("c1").orElseThrow().legs()).hasSize(2);
    assertThat(board.refused()).isEqualTo(1);
  }

  @Test
  void shouldForgetEndedCallsAfterAWhile() {
    board.apply(Sample.ended(CUSTOMER, now()));
    List<String> gone = new ArrayList<>();
    board.listen(new Recorder(gone));

    clock.advance(Duration.ofMinutes(9));
    board.sweep();
    assertThat(board.calls()).hasSize(1);
    clock.advance(Duration.ofMinutes(2));
    board.sweep();

    assertThat(board.calls()).isEmpty();
    assertThat(gone).containsExactly("c1");
  }

  @Test
  void shouldForgetSilentCallsWhoseEndWasNeverTold() {
    board.apply(Sample.started(CUSTOMER, now()));

    clock.advance(Duration.ofMinutes(31));
    board.sweep();

    assertThat(board.calls()).isEmpty();
  }

  @Test
  void shouldNotShowWhatEndedLongAgoWhenReadingBack() {
    long long_ago = now() - Duration.ofMinutes(11).toMillis();

    board.apply(Sample.ended(CUSTOMER, long_ago));

    assertThat(board.calls()).isEmpty();
  }

  @Test
  void shouldEndTheCallThoughADroppedLegSaysNothingMore() {
    board.apply(Sample.dropped(AGENT, now()));
    board.apply(Sample.started(CUSTOMER, now()));
    assertThat(board.call("c1").orElseThrow().ended()).isFalse();

    board.apply(Sample.ended(CUSTOMER, now()));

    assertThat(board.call("c1").orElseThrow().ended()).isTrue();
    assertThat(leg(AGENT).dropped()).isTrue();
    assertThat(leg(AGENT).role()).isEqualTo("agent");
  }

  @Test
  void shouldForgetAnErasedCallAndWhatIsReadOfItAgain() {
    long then = now();
    apply(Sample.scored(CUSTOMER, then, 6000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    board.apply(Sample.alert(CUSTOMER, then, "firing"));
    clock.advance(Duration.ofMinutes(1));
    Update.Erased erased = new Update.Erased("c1", now());

    board.apply(erased);
    assertThat(board.calls()).isEmpty();
    assertThat(board.alerts()).isEmpty();

    apply(Sample.scored(CUSTOMER, then, 7000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    board.apply(Sample.ended(CUSTOMER, then));
    board.apply(Sample.alert(CUSTOMER, then, "resolved"));
    assertThat(board.calls()).isEmpty();
    assertThat(board.alerts()).isEmpty();

    clock.advance(Duration.ofMinutes(1));
    board.apply(Sample.started(CUSTOMER, now()));
    board.apply(erased);
    assertThat(board.calls()).as("a call that bears the same id later").hasSize(1);
  }

  private void apply(List<Update> updates) {
    updates.forEach(board::apply);
  }

  private String json() {
    return JsonText.text(out -> CallJson.timeline(out, board.call("c1").orElseThrow(), ALL));
  }

  private Leg leg(LegKey key) {
    return board.call(key.callId()).orElseThrow().legs().stream()
        .filter(l -> l.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private long now() {
    return clock.millis();
  }

  private record Recorder(List<String> gone) implements BoardListener {
    @Override
    public void legChanged(Leg leg) {}

    @Override
    public void pointChanged(Leg leg, Point point) {}

    @Override
    public void callGone(Call call) {
      gone.add(call.id());
    }
  }
}
