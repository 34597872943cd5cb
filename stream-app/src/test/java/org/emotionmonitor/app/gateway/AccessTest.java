package org.emotionmonitor.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.emotionmonitor.app.config.AuthConfig;
import org.emotionmonitor.app.gateway.access.AccessRole;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.core.domain.LegKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AccessTest {
  private static final LegKey MINE = Sample.leg("mine", "customer");
  private static final LegKey ME = Sample.leg("mine", "agent");

  private final ManualFeed feed = new ManualFeed();
  private final GatewayService service =
      new GatewayService(GatewayOptions.loopback(0).withAuth(Tokens.AUTH), feed, Clock.systemUTC());
  private int port;

  @BeforeEach
  void start() {
    port = service.start();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void shouldAskForATokenOnResources() throws Exception {
    String supervisor = Tokens.of(AccessRole.SUPERVISOR);
    String forged =
        Tokens.token(
            new AuthConfig("another secret of more than 32 characters", null, null, null),
            AccessRole.ADMIN,
            null,
            Instant.now().plusSeconds(60));
    String expired = Tokens.until(AccessRole.ADMIN, Instant.now().minusSeconds(60));
    String none =
        "eyJhbGciOiJub25lIn0."
            + base64("{\"sub\":\"x\",\"roles\":[\"admin\"],\"exp\":9999999999}")
            + ".";

    assertThat(status("/v1/calls", null)).isEqualTo(401);
    assertThat(status("/v1/calls", "Bearer wrong")).isEqualTo(401);
    assertThat(status("/v1/calls", "Bearer " + forged)).isEqualTo(401);
    assertThat(status("/v1/calls", "Bearer " + expired)).isEqualTo(401);
    assertThat(status("/v1/calls", "Bearer " + none)).isEqualTo(401);
    assertThat(status("/v1/calls", "Basic " + supervisor)).isEqualTo(401);
    assertThat(status("/v1/calls?token=" + supervisor, null)).isEqualTo(401);
    assertThat(status("/v1/calls", "Bearer " + supervisor)).isEqualTo(200);
    assertThat(status("/v1/calls", "bearer " + supervisor)).isEqualTo(200);
    assertThat(status("/v1/calls", "Bearer " + Tokens.of(AccessRole.INGEST))).isEqualTo(403);
    assertThat(status("/", null)).isEqualTo(200);
  }

  @Test
  void shouldShowAnAgentTheCustomerOfTheirOwnCallsAlone() throws Exception {
    long now = System.currentTimeMillis();
    LegKey other = Sample.leg("other", "customer");
    feed.push(Sample.started(MINE, now), Sample.started(ME, now));
    feed.push(Sample.stateOf(other, now, "agent-8"));
    feed.push(Sample.alert(MINE, now, "firing"), Sample.alert(ME, now, "firing"));
    String token = Tokens.ofAgent("agent-7");

    JsonNode calls = get("/v1/calls", token).path("calls");
    assertThat(calls).hasSize(1);
    assertThat(calls.at("/0/callId").asText()).isEqualTo("mine");
    assertThat(calls.at("/0/legs")).hasSize(1);
    assertThat(calls.at("/0/legs/0/role").asText()).isEqualTo("customer");
    assertThat(status("/v1/calls/other", "Bearer " + token)).isEqualTo(404);
    assertThat(status("/v1/calls/other/timeline", "Bearer " + token)).isEqualTo(404);
    assertThat(get("/v1/calls/mine/timeline", token).path("legs")).hasSize(1);
    assertThat(get("/v1/alerts", token).path("alerts")).hasSize(1);

    TestClient client = connect(token).send("{\"type\":\"subscribe\",\"calls\":[\"*\"]}");
    JsonNode snapshot = client.next("snapshot");
    assertThat(snapshot.path("calls")).isEqualTo(withRecent(calls));
    assertThat(snapshot.path("alerts")).hasSize(1);

    feed.push(Sample.scored(other, now, 6000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    feed.push(Sample.scored(ME, now, 6000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    feed.push(Sample.scored(MINE, now, 6000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    List<String> legs = new ArrayList<>();
    client
        .next("events")
        .path("events")
        .forEach(e -> legs.add(e.path("callId").asText() + e.path("legId").asText()));
    assertThat(legs).contains("minecustomer").allMatch(l -> l.startsWith("mine"));
    assertThat(legs).doesNotContain("mineagent");
  }

  private static JsonNode withRecent(JsonNode calls) {
    calls
        .findParents("legId")
        .forEach(leg -> ((com.fasterxml.jackson.databind.node.ObjectNode) leg).putArray("recent"));
    return calls;
  }

  @Test
  void shouldRefuseASubscriptionToWhatIsNotTheirs() throws Exception {
    feed.push(Sample.stateOf(MINE, System.currentTimeMillis(), "agent-8"));
    TestClient client = connect(Tokens.ofAgent("agent-7"));

    client.send("{\"type\":\"subscribe\",\"agents\":[\"agent-8\"]}");
    assertThat(client.next("error").path("code").asText()).isEqualTo("forbidden");
    client.send("{\"type\":\"subscribe\",\"calls\":[\"mine\"]}");
    assertThat(client.next("error").path("code").asText()).isEqualTo("forbidden");
    client.send("{\"type\":\"ack\",\"alertId\":\"x\"}");
    assertThat(client.next("error").path("code").asText()).isEqualTo("forbidden");
  }

  @Test
  void shouldTakeTheTokenAsASubprotocolAndNeverEchoIt() throws Exception {
    TestClient client = connect(Tokens.of(AccessRole.SUPERVISOR));

    JsonNode access = client.next("hello").path("access");
    assertThat(client.subprotocol()).isEqualTo("emotion-monitor.v1");
    assertThat(access.path("roles").toString()).isEqualTo("[\"supervisor\"]");
    assertThat(access.path("subject").asText()).isEqualTo("test");
  }

  @Test
  void shouldCloseTheSocketWhenTheTokenEnds() throws Exception {
    TestClient client = connect(Tokens.until(AccessRole.SUPERVISOR, Instant.now().plusSeconds(8)));
    client.send("{\"type\":\"subscribe\",\"calls\":[\"*\"]}").next("snapshot");

    assertThat(client.next("error").path("code").asText()).isEqualTo("token_expired");
    assertThat(client.closeCode()).isEqualTo(4401);
  }

  @Test
  void shouldRefuseASocketWithoutTheRightToken() {
    assertThatThrownBy(() -> TestClient.connect(port)).rootCause().hasMessageContaining("401");
    assertThatThrownBy(() -> connect("wrong")).rootCause().hasMessageContaining("401");
    assertThatThrownBy(() -> connect(Tokens.of(AccessRole.INGEST)))
        .rootCause()
        .hasMessageContaining("403");
    assertThatThrownBy(() -> TestClient.connect(port, null, "emotion-monitor.v1", "bearer.%%%"))
        .isInstanceOf(Exception.class);
  }

  @Test
  void shouldRefuseToOpenToTheNetworkWithoutKeys() {
    for (String host : new String[] {"0.0.0.0", "::", "10.1.2.3", "gateway.example.com"}) {
      GatewayOptions open = GatewayOptions.loopback(0).withHost(host);
      assertThatThrownBy(() -> new GatewayService(open, feed, Clock.systemUTC()).start())
          .isInstanceOf(GatewayException.class)
          .hasMessageContaining(host)
          .hasMessageContaining("gateway.auth");
    }
    GatewayOptions guarded = GatewayOptions.loopback(0).withHost("0.0.0.0").withAuth(Tokens.AUTH);
    try (GatewayService open = new GatewayService(guarded, feed, Clock.systemUTC())) {
      assertThat(open.start()).isPositive();
    }
  }

  private TestClient connect(String token) {
    return TestClient.connect(port, null, "emotion-monitor.v1", "bearer." + base64(token));
  }

  private int status(String path, String authorization) throws Exception {
    return send(path, authorization).statusCode();
  }

  private JsonNode get(String path, String token) throws Exception {
    return JsonText.mapper().readTree(send(path, "Bearer " + token).body());
  }

  private HttpResponse<String> send(String path, String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String base64(String token) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(token.getBytes(StandardCharsets.UTF_8));
  }
}
