package org.emotionmonitor.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.client.CollectorRegistry;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.gateway.access.AccessRole;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.dialect.IngestOptions;
import org.emotionmonitor.app.ingest.live.LiveIngest;
import org.emotionmonitor.core.domain.LegKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What nobody should send. Each attack is refused in the way that docs/gateway.md says, and after
 * each a client that behaves is still served.
 */
@Timeout(180)
class HostileTest {
  private static final LegKey LEG = Sample.leg("c1", "customer");
  private static final String ALL = "{\"type\":\"subscribe\",\"calls\":[\"*\"]}";
  private static final String RAW =
      "{\"type\":\"start\",\"encoding\":\"pcmu\",\"sampleRate\":8000,\"callId\":\"%s\"}";

  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final LiveIngest ingest =
      new LiveIngest(kafka, "calls.audio", IngestOptions.defaults().live(), Clock.systemUTC());
  private final ManualFeed feed = new ManualFeed();
  private final GatewayService service =
      new GatewayService(
          GatewayOptions.loopback(0).withAuth(Tokens.AUTH),
          feed,
          ingest,
          (alert, by, note) -> Future.succeededFuture(),
          Clock.systemUTC());
  private final String supervisor = Tokens.of(AccessRole.SUPERVISOR);
  private final String sender = Tokens.of(AccessRole.INGEST);
  private int port;

  @BeforeEach
  void start() {
    port = service.start();
    feed.push(Sample.stateOf(LEG, System.currentTimeMillis(), "agent-1"));
  }

  @AfterEach
  void stop() throws Exception {
    // Whatever happened: others are served, and nothing is held.
    TestClient client = connect("/v1/stream", supervisor).send(ALL);
    assertThat(client.next("snapshot").at("/calls/0/callId").asText()).isEqualTo("c1");
    // The gateway may still be at an aborted client's last message.
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(ingest.bufferedBytes()).isZero());
    service.close();
  }

  @Test
  void shouldRefuseThoseWithoutARightToken() throws Exception {
    String expired = Tokens.until(AccessRole.SUPERVISOR, Instant.now().minusSeconds(60));

    for (String path : new String[] {"/v1/stream", "/v1/ingest/raw", "/v1/ingest/audiohook"}) {
      refused(path, null, "401");
      refused(path, "nonsense", "401");
      refused(path, expired, "401");
    }
    refused("/v1/stream", sender, "403");
    refused("/v1/ingest/raw", supervisor, "403");
    refused("/v1/nothing", supervisor, "404");
    assertThat(get("/v1/calls", null)).isEqualTo(401);
    assertThat(get("/v1/calls", expired)).isEqualTo(401);
    assertThat(get("/v1/calls/c1", Tokens.ofAgent("agent-2"))).isEqualTo(404);
    assertThat(get("/v1/calls/c1", Tokens.ofAgent("agent-1"))).isEqualTo(200);
  }

  @Test
  void shouldAskThoseForTheTokenInTheFirstMessageWhoBringNoneInTheHandshake() throws Exception {
    String start =
        "{\"event\":\"start\",\"start\":{\"callSid\":\"CA1\",\"customParameters\":{\"token\":\"%s\"}}}";
    TestClient wrong = connect("/v1/ingest/twilio", null).send(start.formatted("nonsense"));
    assertThat(wrong.closeCode()).isEqualTo(1008);
    TestClient watcher = connect("/v1/ingest/twilio", null).send(start.formatted(supervisor));
    assertThat(watcher.closeCode()).isEqualTo(1008);
    TestClient none = connect("/v1/ingest/vosk", null).send(new byte[160]);
    assertThat(none.closeCode()).isEqualTo(1008);
    assertThat(kafka.history()).isEmpty();

    TestClient right = connect("/v1/ingest/twilio", null).send(start.formatted(sender));
    right.send("{\"event\":\"stop\"}");
    assertThat(right.closeCode()).isEqualTo(1000);
    assertThat(kafka.history()).hasSize(2);
  }

  @Test
  void shouldRefuseAForeignOrigin() {
    for (String path : new String[] {"/v1/stream", "/v1/ingest/raw"}) {
      assertThatThrownBy(
              () ->
                  TestClient.connectTo(
                      port,
                      path,
                      "https://evil.example",
                      "emotion-monitor.v1",
                      "bearer." + base64(sender)))
          .rootCause()
          .hasMessageContaining("403");
    }
  }

  @Test
  void shouldLetAForeignPageChangeNothingWhenThereAreNoKeys() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    ManualFeed calls = new ManualFeed();
    try (GatewayService open =
        new GatewayService(
            GatewayOptions.loopback(0).withAllowedOrigins(Set.of("https://crm.example")),
            calls,
            null,
            (alert, by, note) -> {
              seen.add(note);
              return Future.succeededFuture();
            },
            Clock.systemUTC())) {
      int at = open.start();
      Update.Alert alert = Sample.alert(LEG, System.currentTimeMillis(), "firing");
      calls.push(Sample.started(LEG, System.currentTimeMillis()), alert);
      String own = "http://localhost:" + at;
      String path =
          "/v1/alerts/%s/acknowledge"
              .formatted(URLEncoder.encode(alert.alertId(), StandardCharsets.UTF_8));
      for (String foreign :
          new String[] {
            "https://evil.example", "http://localhost:1", "http://crm.example", own + "0", "null"
          }) {
        // Neither of the two types of content makes a browser ask the gateway before it sends.
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded"}) {
          HttpResponse<String> answer =
              Rest.at(at).send("POST", path, "{}", "Origin", foreign, "Content-Type", type);
          assertThat(answer.statusCode()).as(foreign).isEqualTo(403);
          assertThat(answer.body()).contains(foreign, "gateway.allowedOrigins");
        }
        for (String method : new String[] {"DELETE", "PUT", "PATCH", "OPTIONS", "GET"}) {
          assertThat(Rest.at(at).send(method, "/v1/calls/c1", null, "Origin", foreign).statusCode())
              .as("%s by %s", method, foreign)
              .isEqualTo(403);
        }
      }
      assertThat(seen).isEmpty();

      for (String known : new String[] {"http://127.0.0.1:" + at, "https://crm.example"}) {
        String note = "{\"note\":\"%s\"}".formatted(known);
        assertThat(Rest.at(at).send("POST", path, note, "Origin", known).statusCode())
            .isEqualTo(202);
      }
      assertThat(Rest.at(at).send("POST", path, "{\"note\":\"none\"}").statusCode()).isEqualTo(202);
      assertThat(seen).containsExactly("http://127.0.0.1:" + at, "https://crm.example", "none");
    }
  }

  @Test
  void shouldCloseAWatcherThatTalksTooMuch() throws Exception {
    TestClient chatty = connect("/v1/stream", supervisor);
    for (int i = 0; i <= 60; i++) {
      try {
        chatty.send(ALL);
      } catch (java.util.concurrent.CompletionException e) {
        break; // It is closed already.
      }
    }
    assertThat(chatty.closeCode()).isEqualTo(1008);
  }

  @Test
  void shouldRefuseAnotherHostWhenThereAreNoKeys() throws Exception {
    try (GatewayService open =
        new GatewayService(GatewayOptions.loopback(0), new ManualFeed(), Clock.systemUTC())) {
      int at = open.start();
      assertThat(status(at, "GET /v1/calls HTTP/1.1", "localhost:" + at, "none")).isEqualTo(200);
      assertThat(status(at, "GET /v1/calls HTTP/1.1", "rebound.example", "none")).isEqualTo(403);
    }
  }

  @Test
  void shouldRefuseWhatIsTooLongHoweverItIsCut() throws Exception {
    TestClient whole = raw("whole").sendRefused(new byte[70_000]);
    assertThat(whole.next("error").path("code").asText()).isEqualTo("message_too_large");
    assertThat(whole.closeCode()).isEqualTo(1009);

    TestClient cut = raw("cut");
    for (int i = 0; i < 20; i++) {
      try {
        cut.socket().sendBinary(ByteBuffer.wrap(new byte[8_000]), i == 19).join();
      } catch (java.util.concurrent.CompletionException e) {
        break;
      }
    }
    assertThat(cut.closeCode()).isEqualTo(1009);

    TestClient text = connect("/v1/stream", supervisor);
    text.sendRefused("{\"type\":\"" + "x".repeat(30_000) + "\"}");
    assertThat(text.closeCode()).isEqualTo(1009);
  }

  @Test
  void shouldRefuseWhatIsNotOfTheProtocol() throws Exception {
    TestClient json = raw("json").send("{nonsense");
    assertThat(json.next("error").path("code").asText()).isEqualTo("bad_message");
    CollectorRegistry registry = new CollectorRegistry();
    registry.register(service.metrics());
    assertThat(sample(registry, "refused_connections_total", "reason", "bad_message")).isOne();
    assertThat(sample(registry, "messages_total", "dialect", "raw")).isEqualTo(2);
    assertThat(sample(registry, "connections", "dialect", "raw")).isZero();
    assertThat(registry.getSampleValue("emotion_monitor_ingest_buffer_fill_ratio")).isZero();
    TestClient base64 = connect("/v1/ingest/twilio", sender);
    base64.send("{\"event\":\"start\",\"start\":{\"callSid\":\"CA2\"}}");
    base64.send("{\"event\":\"media\",\"media\":{\"payload\":\"***\"}}");
    assertThat(base64.closeCode()).isEqualTo(1008);
    TestClient deep = connect("/v1/stream", supervisor);
    deep.send("[".repeat(10_000));
    assertThat(deep.next("error").path("code").asText()).isEqualTo("bad_message");
  }

  @Test
  void shouldTakeAudioNoFasterThanRealTimeAndHoldNoneOfIt() throws Exception {
    TestClient fast = raw("fast");
    long begin = System.nanoTime();
    for (int i = 0; i < 21; i++) {
      fast.send(new byte[8_000]);
      assertThat(ingest.bufferedBytes()).isLessThan(100_000);
    }

    long taken = kafka.history().stream().mapToLong(r -> r.value().length).sum();
    double seconds = (System.nanoTime() - begin) / 1e9;
    // A burst of 5 s, then real time and 5 %; and the message in which that was found.
    assertThat(taken).isLessThanOrEqualTo((long) ((5 + 1.05 * seconds + 1.1) * 8_000));
    fast.abort();
  }

  @Test
  void shouldCloseAConnectionThatSendsItsRequestDropByDrop() throws Exception {
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
      long begin = System.nanoTime();
      boolean closed = false;
      byte[] request =
          ("GET /v1/calls HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(200))
              .getBytes(StandardCharsets.UTF_8);
      slow.setSoTimeout(500);
      for (byte b : request) {
        try {
          slow.getOutputStream().write(b);
          closed = slow.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
          continue;
        } catch (SocketException e) {
          closed = true;
        }
        if (closed) {
          break;
        }
      }
      assertThat(closed).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
    }
  }

  @Test
  void shouldServeNothingOutsideThePagesAndCalls() throws Exception {
    for (String path :
        new String[] {
          "/../emotion-monitor.yaml",
          "/v1/calls/..%2f..%2fetc%2fpasswd",
          "/%2e%2e/%2e%2e/etc/passwd"
        }) {
      assertThat(status("GET " + path + " HTTP/1.1", supervisor)).isIn(400, 403, 404);
    }
    assertThat(status("GET /" + "x".repeat(5_000) + " HTTP/1.1", supervisor)).isEqualTo(414);
  }

  @Test
  void shouldSurviveTenThousandConnects() throws Exception {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    for (int i = 0; i < 10_000; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoLinger(true, 0);
      if (i % 3 == 0) {
        socket.getOutputStream().write("GET /".getBytes(StandardCharsets.UTF_8));
      }
      socket.close();
    }
    // Until the server has seen the last of them go, it may be full.
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> connect("/v1/stream", supervisor).next("hello") != null);
    System.gc();
    long after = runtime.totalMemory() - runtime.freeMemory();

    assertThat(after - before).isLessThan(64L * 1024 * 1024);
  }

  private static double sample(
      CollectorRegistry registry, String name, String label, String value) {
    return registry.getSampleValue(
        "emotion_monitor_ingest_" + name, new String[] {label}, new String[] {value});
  }

  private TestClient raw(String callId) throws Exception {
    TestClient client = connect("/v1/ingest/raw", sender).send(RAW.formatted(callId));
    client.next("started");
    return client;
  }

  private void refused(String path, String token, String status) {
    assertThatThrownBy(() -> connect(path, token)).rootCause().hasMessageContaining(status);
  }

  private TestClient connect(String path, String token) {
    return token == null
        ? TestClient.connectTo(port, path, null)
        : TestClient.connectTo(port, path, null, "emotion-monitor.v1", "bearer." + base64(token));
  }

  private int get(String path, String token) throws Exception {
    return Rest.at(port).as(token).get(path).statusCode();
  }

  /** The status of a request that no client would send so. */
  private int status(String line, String token) throws Exception {
    return status(port, line, "localhost:" + port, token);
  }

  private static int status(int port, String line, String host, String token) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      String text =
          "%s\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
              .formatted(line, host, token);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  private static String base64(String token) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(token.getBytes(StandardCharsets.UTF_8));
  }
}
