package org.emotionmonitor.app.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionmonitor.app.gateway.GatewayOptions;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.ManualFeed;
import org.emotionmonitor.app.gateway.TestClient;
import org.emotionmonitor.app.gateway.dialect.IngestOptions;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.app.ingest.live.LiveIngest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is said on /v1/ingest/raw, and written to the audio topic, is what asyncapi.yaml says. */
@Timeout(60)
class IngestDocumentedTest {
  private static final String FILE = "asyncapi.yaml";

  private final Schemas schemas = new Schemas();
  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final GatewayService service =
      new GatewayService(
          GatewayOptions.loopback(0),
          new ManualFeed(),
          new LiveIngest(kafka, "calls.audio", IngestOptions.defaults().live(), Clock.systemUTC()),
          (alert, by, note) -> Future.succeededFuture(),
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
  void shouldSpeakOnRawIngestAsDescribed() throws Exception {
    TestClient client = TestClient.connectTo(port, "/v1/ingest/raw", null);
    say(
        client,
        "RawStart",
        """
        {"type":"start","callId":"c1","legId":"cust","role":"customer","encoding":"pcmu",
        "sampleRate":8000,"agentId":"agent-7","queue":"billing","language":"en",
        "consent":"granted","attributes":{"title":"A question"}}\
        """);
    heard(client, "RawStarted", "started");
    client.send(new byte[800]);
    say(client, "RawControl", "{\"type\":\"pause\"}");
    say(client, "RawControl", "{\"type\":\"resume\"}");
    say(client, "RawControl", "{\"type\":\"consent\",\"consent\":\"unknown\"}");
    say(client, "RawControl", "{\"type\":\"stop\"}");
    heard(client, "RawStopped", "stopped");
    heard(TestClient.connectTo(port, "/v1/ingest/raw", null).send("{}"), "RawError", "error");

    assertThat(kafka.history()).hasSize(6);
    written(0, "Start");
    written(2, "At");
    written(3, "At");
    written(4, "ConsentGiven");
  }

  @Test
  void shouldServeTheDescriptions() throws Exception {
    for (String name : new String[] {"openapi.yaml", "asyncapi.yaml"}) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/%s".formatted(port, name)))
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(Files.readString(Path.of("..", "docs", name)));
    }
  }

  private void say(TestClient client, String schema, String message) throws Exception {
    JsonNode json = JsonText.mapper().readTree(message);
    assertThat(schemas.check(FILE, schema, json)).isEmpty();
    client.send(message);
  }

  private void heard(TestClient client, String schema, String type) throws Exception {
    assertThat(schemas.check(FILE, schema, client.next(type))).isEmpty();
  }

  private void written(int record, String schema) throws Exception {
    JsonNode json = JsonText.mapper().readTree(kafka.history().get(record).value());
    assertThat(schemas.check(FILE, schema, json)).as("%s", json).isEmpty();
  }
}
