package org.emotionmonitor.app.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Iterator;
import java.util.stream.Stream;
import org.emotionmonitor.app.gateway.GatewayOptions;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.ManualFeed;
import org.emotionmonitor.app.gateway.Sample;
import org.emotionmonitor.app.gateway.Tokens;
import org.emotionmonitor.app.gateway.access.AccessRole;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.core.domain.LegKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Server-sent events, by a client that knows nothing but HTTP. */
@Timeout(60)
class EventStreamTest {
  private static final LegKey LEG = Sample.leg("c1", "customer");

  private final ManualFeed feed = new ManualFeed();
  private final GatewayService service =
      new GatewayService(GatewayOptions.loopback(0).withAuth(Tokens.AUTH), feed, Clock.systemUTC());
  private int port;

  @BeforeEach
  void start() {
    port = service.start();
    feed.push(Sample.started(LEG, now()));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void shouldSendTheSameMessagesAsTheWebSocket() throws Exception {
    HttpResponse<Stream<String>> answer = get("", null, Tokens.of(AccessRole.SUPERVISOR));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("text/event-stream");
    try (Reader reader = new Reader(answer)) {
      assertThat(reader.next("hello").data().path("protocol").asText()).isNotEmpty();
      assertThat(reader.next("snapshot").data().at("/calls/0/callId").asText()).isEqualTo("c1");
      feed.push(Sample.scored(LEG, now(), 6000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
      assertThat(reader.next("events").data().path("events").toString()).contains("sad");
      feed.push(Sample.alert(LEG, now(), "firing"));
      assertThat(reader.next("alert").data().at("/alert/state").asText()).isEqualTo("firing");
    }
  }

  @Test
  void shouldResumeAfterTheLastEventThatWasSeen() throws Exception {
    String token = Tokens.of(AccessRole.SUPERVISOR);
    String seen;
    try (Reader reader = new Reader(get("", null, token))) {
      seen = reader.next("snapshot").id();
    }
    feed.push(Sample.alert(LEG, now(), "firing"), Sample.alert(LEG, now(), "resolved"));

    try (Reader reader = new Reader(get("", seen, token))) {
      reader.next("resumed");
      assertThat(reader.next("alert").data().at("/alert/state").asText()).isEqualTo("firing");
      assertThat(reader.next("alert").data().at("/alert/state").asText()).isEqualTo("resolved");
    }
  }

  @Test
  void shouldSendOnlyWhatTheQueryAsksForAndTheClientMaySee() throws Exception {
    LegKey other = Sample.leg("c2", "customer");
    feed.push(Sample.stateOf(other, now(), "agent-8"));

    try (Reader reader = new Reader(get("?kind=alert", null, Tokens.ofAgent("agent-7")))) {
      assertThat(reader.next("snapshot").data().path("calls")).hasSize(1);
      feed.push(Sample.scored(LEG, now(), 6000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
      feed.push(Sample.alert(LEG, now(), "firing"));
      assertThat(reader.nextButHeartbeat().event()).isEqualTo("alert");
    }
    assertThat(get("", null, null).statusCode()).isEqualTo(401);
    assertThat(get("", null, Tokens.of(AccessRole.INGEST)).statusCode()).isEqualTo(403);
  }

  @Test
  void shouldRefuseAKindThatIsNotKnown() throws Exception {
    HttpResponse<Stream<String>> answer = get("?kind=mood", null, Tokens.of(AccessRole.SUPERVISOR));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body().toList().toString())
        .contains("kind \\\"mood\\\" is not known; allowed: leg, window, call, alert, gone");
  }

  @Test
  void shouldAnswerThatItIsFullWhenThereAreTooManyClients() throws Exception {
    StreamOptions d = StreamOptions.defaults();
    StreamOptions one =
        new StreamOptions(
            d.batch(),
            d.heartbeat(),
            1,
            d.maxMessageBytes(),
            d.maxMessagesPerMinute(),
            d.queueLimit(),
            d.stalledAfter(),
            d.replayCharacters());
    try (GatewayService small =
        new GatewayService(
            GatewayOptions.loopback(0).withStream(one), new ManualFeed(), Clock.systemUTC())) {
      port = small.start();
      try (Reader first = new Reader(get("", null, null))) {
        first.next("hello");

        HttpResponse<Stream<String>> answer = get("", null, null);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body().toList().toString()).contains("Too many clients");
      }
    }
  }

  private HttpResponse<Stream<String>> get(String query, String lastEventId, String token)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/events" + query));
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  private record Event(String id, String event, JsonNode data) {}

  /** Reads events as the HTML standard says. */
  private static final class Reader implements AutoCloseable {
    private final Stream<String> stream;
    private final Iterator<String> lines;

    Reader(HttpResponse<Stream<String>> answer) {
      stream = answer.body();
      lines = stream.iterator();
    }

    /** The next one of this type; others are passed over. */
    Event next(String type) throws Exception {
      while (true) {
        Event event = read();
        if (event.event().equals(type)) {
          return event;
        }
      }
    }

    Event nextButHeartbeat() throws Exception {
      while (true) {
        Event event = read();
        if (!event.event().equals("heartbeat")) {
          return event;
        }
      }
    }

    private Event read() throws Exception {
      String id = null;
      String event = "message";
      StringBuilder data = new StringBuilder();
      for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
        String value = line.substring(line.indexOf(':') + 1).stripLeading();
        if (line.startsWith("id:")) {
          id = value;
        } else if (line.startsWith("event:")) {
          event = value;
        } else if (line.startsWith("data:")) {
          data.append(value);
        }
      }
      return new Event(id, event, JsonText.mapper().readTree(data.toString()));
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
