package org.emotionmonitor.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.prometheus.client.CollectorRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.core.domain.LegKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayServiceTest {
  private static final LegKey LEG = Sample.leg("c1", "customer");

  private final ManualFeed feed = new ManualFeed();
  private final GatewayService service =
      new GatewayService(GatewayOptions.loopback(0), feed, Clock.systemUTC());
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
  void shouldListCallsWithTheirNewestPoint() throws Exception {
    feed.push(Sample.started(LEG, now()));
    feed.push(Sample.scored(LEG, now(), 6000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));

    JsonNode answer = json(get("/v1/calls"));

    assertThat(answer.at("/calls/0/callId").asText()).isEqualTo("c1");
    assertThat(answer.at("/calls/0/legs/0/current/emotion/label").asText()).isEqualTo("sad");
    assertThat(answer.at("/calls/0/legs/0/model/version").asText()).isEqualTo("1.2.0");
    assertThat(json(get("/v1/calls?state=ended")).at("/calls").size()).isZero();
  }

  @Test
  void shouldEndALegThatPolicyDroppedWithItsCall() throws Exception {
    feed.push(Sample.started(LEG, now()));
    feed.push(Sample.dropped(Sample.leg("c1", "agent"), now()));
    assertThat(json(get("/v1/calls/c1")).at("/legs").findValuesAsText("state"))
        .containsExactly("live", "live");

    feed.push(Sample.ended(LEG, now()));

    assertThat(json(get("/v1/calls/c1")).at("/legs").findValuesAsText("state"))
        .containsExactly("ended", "ended");
    assertThat(json(get("/v1/calls/c1/summary")).at("/legs").findValuesAsText("state"))
        .containsExactly("ended", "ended");
  }

  @Test
  void shouldGiveTheTimelineOfACall() throws Exception {
    feed.push(Sample.scored(LEG, now(), 6000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    feed.push(Sample.abstained(LEG, now(), 7000));

    JsonNode points = json(get("/v1/calls/c1/timeline")).at("/legs/0/points");

    assertThat(points).hasSize(2);
    assertThat(points.at("/0/emotion/probabilities/sad").asDouble()).isEqualTo(0.6);
    assertThat(points.at("/0/rate/label").asText()).isEqualTo("medium");
    assertThat(points.at("/1/abstained").asText()).isEqualTo("no_speech");
    assertThat(points.at("/1/emotion").isNull()).isTrue();
  }

  @Test
  void shouldAnswerProblemsAsProblemJson() throws Exception {
    HttpResponse<String> unknown = get("/v1/calls/nope");

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(json(unknown).path("detail").asText()).contains("\"nope\"");
    assertThat(get("/v1/calls?state=bad").statusCode()).isEqualTo(400);
    assertThat(get("/v1/calls/" + "x".repeat(201)).statusCode()).isEqualTo(400);
    assertThat(get("/v1/model").statusCode()).isEqualTo(404);
    assertThat(get("/v1/other").statusCode()).isEqualTo(404);
    HttpRequest post = request("/v1/calls").POST(HttpRequest.BodyPublishers.ofString("{}")).build();
    assertThat(send(post).statusCode()).isEqualTo(405);
  }

  @Test
  void shouldSendStrictHeadersWithEveryAnswer() throws Exception {
    for (String path : new String[] {"/", "/v1/calls", "/nothing"}) {
      var headers = get(path).headers();
      assertThat(headers.firstValue("content-security-policy").orElse(""))
          .contains("default-src 'none'")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
      assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
    }
  }

  @Test
  void shouldServeThePageAndItsLibraryFromTheClassPath() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<title>Emotion monitor");
    HttpResponse<String> uplot = get("/vendor/uplot/uPlot.esm.js");
    assertThat(uplot.statusCode()).isEqualTo(200);
    assertThat(uplot.headers().firstValue("content-type").orElse("")).contains("text/javascript");

    HttpRequest again =
        request("/")
            .header("If-None-Match", page.headers().firstValue("etag").orElseThrow())
            .build();
    assertThat(send(again).statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../emotion-monitor.yaml",
        "/%2e%2e/emotion-monitor.yaml",
        "/..%2femotion-monitor.yaml",
        "/vendor/uplot/../../../../../../emotion-monitor.yaml",
        "/vendor/uplot/..%2f..%2f..%2fpackage.json",
        "/js/../../emotion-monitor.yaml",
        "//etc/passwd",
        "/js//app.js",
        "/js",
        "/js/",
        "/vendor/uplot/",
        "/.hidden.js",
        "/index.html%00.js",
        "/org/emotionmonitor/app/gateway/GatewayService.class"
      })
  void shouldServeNothingOutsideThePagesFolders(String path) throws Exception {
    assertThat(rawStatus(path)).isIn(400, 404);
  }

  @Test
  void shouldPushASnapshotAndThenEvents() throws Exception {
    feed.push(Sample.started(LEG, now()));
    TestClient client = TestClient.connect(port, null, "emotion-monitor.v1");

    JsonNode hello = client.next("hello");
    assertThat(client.subprotocol()).isEqualTo("emotion-monitor.v1");
    assertThat(hello.path("protocol").asText()).isEqualTo("emotion-monitor.v1");
    assertThat(hello.path("heartbeatMs").asLong()).isPositive();

    client.send("{\"type\":\"subscribe\",\"calls\":[\"*\"]}");
    assertThat(client.next("snapshot").at("/calls/0/callId").asText()).isEqualTo("c1");

    feed.push(Sample.scored(LEG, now(), 6000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    JsonNode events = client.next("events");
    assertThat(events.path("seq").asLong()).isPositive();
    // The leg itself comes, too: its model has become known.
    assertThat(events.at("/events/0/kind").asText()).isEqualTo("leg");
    assertThat(events.at("/events/0/leg/model/version").asText()).isEqualTo("1.2.0");
    assertThat(events.at("/events/1/kind").asText()).isEqualTo("window");
    assertThat(events.at("/events/1/point/emotion/label").asText()).isEqualTo("sad");
    assertThat(events.at("/events/1/attention/weights")).hasSize(60);
  }

  @Test
  void shouldSendSnapshotsLargerThanAClientMaySend() throws Exception {
    for (int i = 0; i < 200; i++) {
      LegKey leg = Sample.leg("call-" + i, "customer");
      feed.push(Sample.started(leg, now()));
      feed.push(Sample.scored(leg, now(), 6000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    }
    TestClient client = TestClient.connect(port).send("{\"type\":\"subscribe\",\"calls\":[\"*\"]}");

    assertThat(client.next("snapshot").path("calls")).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{\"type\":\"fly\"}",
        "[]",
        "{\"type\":\"subscribe\"}",
        "{\"type\":\"subscribe\",\"calls\":[]}",
        "{\"type\":\"subscribe\",\"calls\":[3]}"
      })
  void shouldAnswerABadMessageWithAnErrorAndGoOn(String message) throws Exception {
    TestClient client = TestClient.connect(port).send(message);

    assertThat(client.next("error").path("message").asText()).isNotEmpty();
    client.send("{\"type\":\"subscribe\",\"calls\":[\"*\"]}");
    client.next("snapshot");
  }

  @Test
  void shouldCloseAClientThatSendsTooLongAMessage() throws Exception {
    TestClient client = TestClient.connect(port);
    client.send("{\"type\":\"" + "x".repeat(20_000) + "\"}");

    assertThat(client.closeCode()).isEqualTo(1009);
    TestClient.connect(port).next("hello");
  }

  @Test
  void shouldCloseAClientThatSendsBinary() throws Exception {
    TestClient client = TestClient.connect(port);
    client.socket().sendBinary(java.nio.ByteBuffer.wrap(new byte[10]), true).join();

    assertThat(client.closeCode()).isEqualTo(1003);
  }

  @Test
  void shouldRefuseAForeignOrigin() {
    assertThatThrownBy(() -> TestClient.connect(port, "http://evil.example"))
        .rootCause()
        .hasMessageContaining("403");
    TestClient.connect(port, "http://127.0.0.1:" + port);
  }

  @Test
  void shouldRefuseMoreClientsThanAllowed() throws Exception {
    ManualFeed other = new ManualFeed();
    var d = org.emotionmonitor.app.gateway.stream.StreamOptions.defaults();
    var two =
        new org.emotionmonitor.app.gateway.stream.StreamOptions(
            d.batch(), d.heartbeat(), 2, d.maxMessageBytes(), 60, 512, d.stalledAfter(), 1000);
    try (GatewayService small =
        new GatewayService(GatewayOptions.loopback(0).withStream(two), other, Clock.systemUTC())) {
      int at = small.start();
      TestClient.connect(at).next("hello");
      TestClient.connect(at).next("hello");

      assertThatThrownBy(() -> TestClient.connect(at)).rootCause().hasMessageContaining("503");
    }
  }

  @Test
  void shouldSayWhenThePortIsInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        GatewayService second =
            new GatewayService(
                GatewayOptions.loopback(taken.getLocalPort()),
                new ManualFeed(),
                Clock.systemUTC())) {
      assertThatThrownBy(second::start)
          .isInstanceOf(GatewayException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
          .hasMessageContaining("in use")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void shouldTellItsNumbersAndItsState() throws Exception {
    CollectorRegistry registry = new CollectorRegistry();
    registry.register(service.metrics());
    feed.push(Sample.started(LEG, now()));
    TestClient.connect(port).next("hello");
    assertThatThrownBy(() -> TestClient.connect(port, "http://evil.example"));

    assertThat(registry.getSampleValue("emotion_monitor_gateway_calls")).isEqualTo(1);
    assertThat(registry.getSampleValue("emotion_monitor_gateway_clients")).isEqualTo(1);
    assertThat(registry.getSampleValue("emotion_monitor_gateway_refused_handshakes_total"))
        .isEqualTo(1);
    assertThat(service.ready()).isTrue();
    assertThat(service.describe()).isEqualTo("gateway live, 1 clients, 1 calls");
    feed.become(Feed.State.UNREACHABLE);
    assertThat(service.ready()).isFalse();
    assertThat(service.healthy()).isTrue();
  }

  private long now() {
    return System.currentTimeMillis();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return JsonText.mapper().readTree(response.body());
  }

  /** The status of a request whose path is sent as it is written here, as no client would. */
  private int rawStatus(String path) throws Exception {
    try (java.net.Socket socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5000);
      String text =
          "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n"
              .formatted(path, port);
      socket.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      String answer =
          new String(
              socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }
}
