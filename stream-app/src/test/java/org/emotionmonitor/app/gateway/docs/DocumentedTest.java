package org.emotionmonitor.app.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import org.emotionmonitor.app.gateway.GatewayOptions;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.ManualFeed;
import org.emotionmonitor.app.gateway.Sample;
import org.emotionmonitor.app.gateway.TestClient;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.core.domain.LegKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gateway sends is what docs/openapi.yaml and docs/asyncapi.yaml describe. */
class DocumentedTest {
  private static final LegKey LEG = Sample.leg("c1", "customer");

  private final Schemas schemas = new Schemas();
  private final ManualFeed feed = new ManualFeed();
  private final GatewayService service =
      new GatewayService(GatewayOptions.loopback(0), feed, Clock.systemUTC());
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
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void shouldAnswerEachResourceAsDescribed() throws Exception {
    for (Map.Entry<String, JsonNode> path :
        schemas.file("openapi.yaml").path("paths").properties()) {
      String ref =
          path.getValue().at("/get/responses/200/content/application~1json/schema/$ref").asText();
      String schema = ref.substring(ref.lastIndexOf('/') + 1);

      assertThat(
              schemas.check("openapi.yaml", schema, get(path.getKey().replace("{callId}", "c1"))))
          .as(path.getKey())
          .isEmpty();
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
    assertThat(schemas.check("asyncapi.yaml", "Events", client.next("events"))).isEmpty();
    feed.become(org.emotionmonitor.app.gateway.feed.Feed.State.UNREACHABLE);
    assertThat(schemas.check("asyncapi.yaml", "Heartbeat", client.next("heartbeat"))).isEmpty();
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
