package org.emotionmonitor.app.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.config.AudioHookConfig;
import org.emotionmonitor.app.domain.AudioRecord;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.gateway.GatewayOptions;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.ManualFeed;
import org.emotionmonitor.app.gateway.TestClient;
import org.emotionmonitor.app.ingest.live.LiveIngest;
import org.emotionmonitor.app.ingest.live.LiveLimits;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RawIngestTest {
  private static final String START =
      "{\"type\":\"start\",\"callId\":\"c1\",\"legId\":\"customer\",\"role\":\"customer\","
          + "\"encoding\":\"pcmu\",\"sampleRate\":8000,\"agentId\":\"a7\",\"consent\":true}";

  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final IngestOptions options =
      new IngestOptions(
          LiveLimits.defaults(),
          3,
          64 * 1024,
          AudioHookConfig.NONE,
          Duration.ofSeconds(2),
          Duration.ofSeconds(2));
  private final GatewayService service =
      new GatewayService(
          GatewayOptions.loopback(0).withIngest(options),
          new ManualFeed(),
          new LiveIngest(kafka, "calls.audio", options.live(), Clock.systemUTC()),
          (alert, by, note) -> Future.failedFuture("none"),
          Clock.systemUTC());
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
  void shouldBringALegToTheAudioTopic() throws Exception {
    TestClient client = connect().send(START);
    JsonNode started = client.next("started");
    assertThat(started.path("callId").asText()).isEqualTo("c1");
    assertThat(started.path("chunkMs").asInt()).isEqualTo(100);

    client.send(new byte[1_000]).send("{\"type\":\"pause\"}").send("{\"type\":\"resume\"}");
    client.send(new byte[600]).send("{\"type\":\"consent\",\"consent\":\"denied\"}");
    client.send("{\"type\":\"stop\"}");

    JsonNode stopped = client.next("stopped");
    assertThat(stopped.path("audioMs").asInt()).isEqualTo(200);
    assertThat(client.closeCode()).isEqualTo(1000);
    assertThat(types())
        .containsExactly("start", "media", "media", "pause", "resume", "media", "consent", "stop");
    StartRecord start = StartRecord.parse(kafka.history().get(0).value());
    assertThat(start.role()).isEqualTo(Role.CUSTOMER);
    assertThat(start.encoding()).isEqualTo(Encoding.PCMU);
    assertThat(start.agentId()).isEqualTo("a7");
    assertThat(start.frameDuration()).isEqualTo(100);
  }

  @Test
  void shouldNameTheCallWhenTheClientDoesNot() throws Exception {
    TestClient client =
        connect().send("{\"type\":\"start\",\"encoding\":\"s16le\",\"sampleRate\":16000}");

    JsonNode started = client.next("started");
    assertThat(started.path("callId").asText()).hasSize(36);
    assertThat(started.path("legId").asText()).isEqualTo("unknown");
  }

  @Test
  void shouldEndTheLegWhenTheConnectionBreaks() throws Exception {
    TestClient client = connect().send(START);
    client.next("started");
    client.send(new byte[960]);
    Awaitility.await().until(() -> types().contains("media"));
    client.abort();

    Awaitility.await().until(() -> types().contains("stop"));
    assertThat(types()).containsExactly("start", "media", "media", "stop");
  }

  @Test
  void shouldNotMixTwoConnections() throws Exception {
    TestClient one = connect().send(START);
    TestClient two = connect().send(START.replace("c1", "c2"));
    one.next("started");
    two.next("started");
    byte[] ones = new byte[800];
    java.util.Arrays.fill(ones, (byte) 1);
    one.send(ones).send("{\"type\":\"stop\"}");
    two.send(new byte[1600]).send("{\"type\":\"stop\"}");
    one.next("stopped");
    two.next("stopped");

    for (ProducerRecord<String, byte[]> r : kafka.history()) {
      if (type(r).equals("media")) {
        assertThat(r.value()).containsOnly(r.key().startsWith("c1") ? 1 : 0);
      }
    }
    assertThat(kafka.history()).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | bad_message | 1008",
        "[] | bad_message | 1008",
        "{\"type\":\"fly\"} | bad_message | 1008",
        "{\"type\":\"stop\"} | not_started | 1008",
        "{\"type\":\"start\"} | bad_start | 1008",
        "{\"type\":\"start\",\"encoding\":\"opus\",\"sampleRate\":8000} | bad_start | 1008",
        "{\"type\":\"start\",\"encoding\":\"pcmu\",\"sampleRate\":1} | bad_start | 1008",
        "{\"type\":\"start\",\"callId\":\"a/b\",\"encoding\":\"pcmu\",\"sampleRate\":8000}"
            + " | bad_start | 1008"
      })
  void shouldTellWhatIsWrongAndClose(String message, String code, int closeCode) throws Exception {
    TestClient client = connect().send(message);

    assertThat(client.next("error").path("code").asText()).isEqualTo(code);
    assertThat(client.closeCode()).isEqualTo(closeCode);
  }

  @Test
  void shouldRefuseAudioBeforeTheStartAndHalfSamples() throws Exception {
    TestClient early = connect().send(new byte[10]);
    assertThat(early.next("error").path("code").asText()).isEqualTo("not_started");

    TestClient half = connect().send(START.replace("pcmu", "s16le")).send(new byte[3]);
    assertThat(half.next("error").path("code").asText()).isEqualTo("bad_audio");
  }

  @Test
  void shouldRefuseASecondConnectionForTheSameLeg() throws Exception {
    TestClient first = connect().send(START);
    first.next("started");

    assertThat(connect().send(START).next("error").path("code").asText()).isEqualTo("leg_in_use");
    first.send(new byte[80]).send("{\"type\":\"stop\"}");
    assertThat(first.next("stopped").path("audioMs").asInt()).isEqualTo(10);
  }

  @Test
  void shouldCloseAClientThatSendsTooLongAMessage() throws Exception {
    TestClient client = connect().send(START);
    client.next("started");
    client.sendRefused(new byte[70_000]);

    assertThat(client.next("error").path("code").asText()).isEqualTo("message_too_large");
    assertThat(client.closeCode()).isEqualTo(1009);
  }

  @Test
  void shouldCloseAClientThatStartsNothingOrFallsSilent() throws Exception {
    TestClient silent = connect();
    TestClient idle = connect().send(START);

    assertThat(silent.next("error").path("code").asText()).isEqualTo("start_timeout");
    assertThat(idle.next("error").path("code").asText()).isEqualTo("idle");
    Awaitility.await().until(() -> types().contains("stop"));
    assertThat(types()).containsExactly("start", "stop");
  }

  @Test
  void shouldReadNoFasterThanRealTimeBeyondABurst() throws Exception {
    TestClient client = connect().send(START);
    client.next("started");
    long begin = System.nanoTime();
    for (int i = 0; i < 7; i++) {
      client.send(new byte[8_000]);
    }
    client.send("{\"type\":\"stop\"}");
    client.next("stopped");

    // 7 s of audio, of which 5 s may come at once.
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(900));
  }

  private List<String> types() {
    return kafka.history().stream().map(RawIngestTest::type).toList();
  }

  private static String type(ProducerRecord<String, byte[]> r) {
    return new String(
        r.headers().lastHeader(AudioRecord.TYPE_HEADER).value(), StandardCharsets.UTF_8);
  }

  private TestClient connect() {
    return TestClient.connectTo(port, "/v1/ingest/raw", null);
  }
}
