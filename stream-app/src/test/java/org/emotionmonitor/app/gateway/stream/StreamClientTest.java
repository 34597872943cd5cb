package org.emotionmonitor.app.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.app.gateway.ManualClock;
import org.emotionmonitor.app.gateway.Sample;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.board.BoardLimits;
import org.emotionmonitor.app.gateway.board.CallBoard;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.core.domain.LegKey;
import org.junit.jupiter.api.Test;

/** The slow client: a connection that takes messages only when the test says so. */
class StreamClientTest {
  private static final LegKey LEG = Sample.leg("c1", "customer");

  private final ManualClock clock = new ManualClock();
  private final CallBoard board = new CallBoard(BoardLimits.defaults(), clock);
  private final StreamHub hub =
      new StreamHub(
          board,
          StreamOptions.defaults(),
          () -> Feed.State.LIVE,
          (alert, by, note) -> Future.succeededFuture(),
          "emotion-monitor/test",
          clock);
  private final SlowOutlet slow = new SlowOutlet();
  private final StreamClient client = hub.connect(slow, Principal.LOCAL);

  @Test
  void shouldSendOneMessageAtATime() throws Exception {
    hub.received(client, "{\"type\":\"subscribe\",\"calls\":[\"*\"]}");
    assertThat(slow.types()).containsExactly("hello");

    slow.take();
    assertThat(slow.types()).containsExactly("hello", "snapshot");

    windows(1, 3);
    assertThat(slow.types()).containsExactly("hello", "snapshot");
    slow.take();
    hub.tick();
    assertThat(slow.types()).containsExactly("hello", "snapshot", "events");
  }

  @Test
  void shouldTellHowMuchASlowClientMissed() throws Exception {
    hub.received(client, "{\"type\":\"subscribe\",\"calls\":[\"*\"]}");
    slow.take();
    windows(1, 2000);
    slow.take();
    hub.tick();

    JsonNode batch = slow.last();
    assertThat(batch.path("skipped").asLong()).isGreaterThan(1000);
    assertThat(batch.path("events").size() + batch.path("skipped").asLong()).isEqualTo(2001);
    JsonNode last = batch.path("events").path(batch.path("events").size() - 1);
    assertThat(last.at("/point/window/endMs").asLong()).isEqualTo(2_000_000);
  }

  @Test
  void shouldNotDisturbOthersWhenOneTakesNothing() throws Exception {
    SlowOutlet fast = new SlowOutlet();
    StreamClient other = hub.connect(fast, Principal.LOCAL);
    fast.take();
    hub.received(other, "{\"type\":\"subscribe\",\"calls\":[\"*\"]}");
    fast.take();
    hub.received(client, "{\"type\":\"subscribe\",\"calls\":[\"*\"]}");

    int seen = 0;
    for (int i = 1; i <= 50; i++) {
      windows(i, i);
      for (JsonNode event : fast.last().path("events")) {
        seen += event.path("kind").asText().equals("window") ? 1 : 0;
      }
      fast.take();
    }

    assertThat(seen).isEqualTo(50);
    assertThat(slow.types()).containsExactly("hello");
  }

  @Test
  void shouldCloseAClientThatTakesNothingForTooLong() {
    clock.advance(Duration.ofSeconds(31));
    hub.tick();

    assertThat(slow.closedWith).isEqualTo(1013);
    assertThat(hub.clients()).isZero();
  }

  @Test
  void shouldSendAHeartbeatWhenNothingHappens() throws Exception {
    slow.take();
    clock.advance(Duration.ofSeconds(6));
    hub.tick();

    assertThat(slow.last().path("type").asText()).isEqualTo("heartbeat");
    assertThat(slow.last().path("source").asText()).isEqualTo("live");
  }

  @Test
  void shouldSendOnlyTheCallsSubscribedTo() throws Exception {
    board.apply(Sample.started(LEG, clock.millis()));
    board.apply(Sample.started(Sample.leg("c2", "customer"), clock.millis()));
    slow.take();
    hub.received(client, "{\"type\":\"subscribe\",\"calls\":[\"c2\",\"later\"]}");

    assertThat(slow.last().path("calls").size()).isEqualTo(1);
    assertThat(slow.last().at("/calls/0/callId").asText()).isEqualTo("c2");
    slow.take();
    windows(1, 1);
    assertThat(slow.types()).containsExactly("hello", "snapshot");
  }

  @Test
  void shouldCloseAClientThatTalksTooMuch() {
    for (int i = 0; i < 61; i++) {
      hub.received(client, "{}");
    }

    assertThat(slow.closedWith).isEqualTo(1008);
  }

  private void windows(int from, int to) {
    for (int i = from; i <= to; i++) {
      Sample.scored(LEG, clock.millis(), i * 1000L, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f)
          .forEach(board::apply);
      hub.tick();
    }
  }

  private static final class SlowOutlet implements Outlet {
    private final List<String> sent = new ArrayList<>();
    private Promise<Void> taking = Promise.promise();
    private int closedWith;

    @Override
    public Future<Void> send(Outgoing message) {
      sent.add(message.text());
      taking = Promise.promise();
      return taking.future();
    }

    void take() {
      taking.complete();
    }

    List<String> types() throws Exception {
      List<String> types = new ArrayList<>();
      for (String text : sent) {
        types.add(JsonText.mapper().readTree(text).path("type").asText());
      }
      return types;
    }

    JsonNode last() throws Exception {
      return JsonText.mapper().readTree(sent.get(sent.size() - 1));
    }

    @Override
    public void close(int code, String reason) {
      closedWith = code;
    }
  }
}
