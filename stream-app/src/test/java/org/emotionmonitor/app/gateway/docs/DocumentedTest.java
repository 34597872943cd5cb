package org.emotionmonitor.app.gateway.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.AlertSeverity;
import org.emotionmonitor.app.domain.AlertState;
import org.emotionmonitor.app.domain.AlertWindow;
import org.emotionmonitor.app.domain.EventKind;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.app.gateway.GatewayOptions;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.ManualFeed;
import org.emotionmonitor.app.gateway.Sample;
import org.emotionmonitor.app.gateway.TestClient;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.feed.Topic;
import org.emotionmonitor.app.gateway.feed.UpdateReader;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gateway sends is what docs/openapi.yaml and docs/asyncapi.yaml describe. */
class DocumentedTest {
  private static final LegKey LEG = Sample.leg("c1", "customer");

  private static final Update.Alert ALERT = alert(System.currentTimeMillis(), 1000);

  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final Schemas schemas = new Schemas();
  private final ManualFeed feed = new ManualFeed();
  private final GatewayService service =
      new GatewayService(
          GatewayOptions.loopback(0),
          feed,
          null,
          (alert, by, note) -> {
            notes.add(by.name() + ": " + note);
            return Future.succeededFuture();
          },
          Clock.systemUTC());
  private int port;

  @BeforeEach
  void start() {
    port = service.start();
    long now = System.currentTimeMillis();
    feed.push(Sample.state(LEG, now, true, Map.of("synthetic", "true")));
    feed.push(Sample.scored(LEG, now, 6000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    feed.push(Sample.abstained(LEG, now, 7000));
    feed.push(Sample.emotion(LEG, now, 8000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    feed.push(Sample.dropped(Sample.leg("c1", "agent"), now));
    feed.push(ALERT);
    feed.push(new Update.CallTotals("c1", now, "{\"alerts\":1,\"talkOverMs\":null}"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void shouldAnswerEachResourceAsDescribed() throws Exception {
    for (Map.Entry<String, JsonNode> path :
        schemas.file("openapi.yaml").path("paths").properties()) {
      JsonNode schema = path.getValue().at("/get/responses/200/content/application~1json/schema");
      if (schema.isMissingNode()) {
        continue;
      }
      String url =
          path.getKey()
              .replace("{callId}", "c1")
              .replace("{alertId}", URLEncoder.encode(ALERT.alertId(), UTF_8));

      assertThat(schemas.checkWith("openapi.yaml", schema, get(url))).as(path.getKey()).isEmpty();
    }
  }

  @Test
  void shouldAnswerProblemsAsDescribed() throws Exception {
    assertThat(schemas.check("openapi.yaml", "Problem", get("/v1/calls/nope"))).isEmpty();
  }

  @Test
  void shouldSayOnTheWebSocketWhatIsDescribed() throws Exception {
    TestClient client = TestClient.connect(port);
    client.send("nonsense").send("{\"type\":\"subscribe\",\"calls\":[\"*\"]}");
    assertThat(schemas.check("asyncapi.yaml", "Hello", client.next("hello"))).isEmpty();
    assertThat(schemas.check("asyncapi.yaml", "Error", client.next("error"))).isEmpty();
    assertThat(schemas.check("asyncapi.yaml", "Snapshot", client.next("snapshot"))).isEmpty();

    long now = System.currentTimeMillis();
    feed.push(Sample.started(Sample.leg("c2", "customer"), now));
    feed.push(Sample.scored(LEG, now, 9000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    feed.push(new Update.CallTotals("c1", now, "{\"alerts\":2}"));
    assertThat(schemas.check("asyncapi.yaml", "Events", client.next("events"))).isEmpty();
    feed.push(alert(now, 2000));
    assertThat(schemas.check("asyncapi.yaml", "AlertMessage", client.next("alert"))).isEmpty();
    feed.become(org.emotionmonitor.app.gateway.feed.Feed.State.UNREACHABLE);
    assertThat(schemas.check("asyncapi.yaml", "Heartbeat", client.next("heartbeat"))).isEmpty();
  }

  @Test
  void shouldAcknowledgeAndResumeAsDescribed() throws Exception {
    TestClient client = TestClient.connect(port);
    String epoch = client.next("hello").path("epoch").asText();
    client.send(
        "{\"type\":\"ack\",\"alertId\":\"%s\",\"note\":\"seen\"}".formatted(ALERT.alertId()));
    assertThat(schemas.check("asyncapi.yaml", "Ack", client.next("ack"))).isEmpty();
    client.send("{\"type\":\"ack\",\"alertId\":\"none\"}");
    assertThat(client.next("error").path("code").asText()).isEqualTo("unknown_alert");
    client.send("{\"type\":\"subscribe\",\"calls\":[\"*\"]}");
    long seq = client.next("snapshot").path("seq").asLong();
    client.send(
        "{\"type\":\"subscribe\",\"calls\":[\"*\"],\"resume\":{\"epoch\":\"%s\",\"seq\":%d}}"
            .formatted(epoch, seq));
    assertThat(schemas.check("asyncapi.yaml", "Resumed", client.next("resumed"))).isEmpty();

    HttpRequest post =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/v1/alerts/%s/acknowledge"
                        .formatted(port, URLEncoder.encode(ALERT.alertId(), UTF_8))))
            .POST(HttpRequest.BodyPublishers.ofString("{\"note\":\"by REST\"}"))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(post, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(
            schemas.check(
                "openapi.yaml", "Acknowledged", JsonText.mapper().readTree(answer.body())))
        .isEmpty();
    assertThat(notes).containsExactly("local: seen", "local: by REST");
  }

  private static Update.Alert alert(long now, long startMs) {
    Instant at = Instant.ofEpochMilli(now);
    Alert alert =
        new Alert(
            "c1/customer/1/unfriendly/" + startMs,
            "unfriendly",
            AlertSeverity.WARNING,
            AlertState.FIRING,
            "c1",
            "customer",
            null,
            Role.CUSTOMER,
            "agent-7",
            "billing",
            "en",
            EventKind.EMOTION,
            "unfriendly",
            at,
            null,
            startMs,
            startMs + 4000,
            3000,
            0.7,
            0.9,
            1,
            List.of(new AlertWindow(startMs, startMs + 4000, 0.7)),
            "unfriendly for 4 s",
            false,
            null,
            null,
            new ModelRef("sample", "1", "0123456789ab"));
    return (Update.Alert) UpdateReader.read(Topic.ALERTS, Json.bytes(alert), now).orElseThrow();
  }

  @Test
  void shouldFindWhatIsNotAsDescribed() throws Exception {
    JsonNode odd =
        JsonText.mapper().readTree("{\"callId\":7,\"state\":\"gone\",\"more\":1,\"legs\":[{}]}");

    assertThat(String.join("; ", schemas.check("openapi.yaml", "Call", odd)))
        .contains("Call.callId is NUMBER")
        .contains("Call.state is \"gone\"")
        .contains("Call.more is not described")
        .contains("Call.legs[0] lacks role");
  }

  private JsonNode get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return JsonText.mapper()
        .readTree(
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
