package org.emotionmonitor.app.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionmonitor.app.broker.CommittedRecords;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.Topics;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.TestClient;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.app.topology.TopicAdmin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call is erased by REST, with a real broker. */
@Timeout(180)
class EraseTest {
  private static final Topics TOPICS = Topics.defaults();
  private static final Duration SOON = Duration.ofSeconds(90);

  @Test
  void shouldEraseAnEndedCallFromTheTopicsAndTheGatewayAndKeepItErased() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(null, 0)) {
      Config config = config(broker);
      new TopicAdmin(config).createMissing();
      try (KafkaProducer<String, byte[]> producer = producer(config)) {
        fill(producer, "c1", true);
        fill(producer, "c2", false);
        fill(producer, "c10", true);
        try (GatewayService gateway = GatewayService.of(config)) {
          int port = gateway.start();
          await().atMost(SOON).until(() -> gateway.ready() && gateway.calls() == 3);
          TestClient wall =
              TestClient.connect(port).send("{\"type\":\"subscribe\",\"calls\":[\"*\"]}");
          wall.next("snapshot");

          HttpResponse<String> refused = send("DELETE", port, "c2");
          assertThat(refused.statusCode()).isEqualTo(409);
          assertThat(refused.body()).contains("leg c2/customer is live");

          HttpResponse<String> erased = send("DELETE", port, "c1");
          assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
          assertThat(JsonText.mapper().readTree(erased.body()).path("deleted").toString())
              .contains("\"calls.summaries\":1", "\"calls.alerts\":1");
          await().atMost(SOON).until(() -> send("GET", port, "c1").statusCode() == 404);
          assertThat(wall.next("events").at("/events/0/kind").asText()).isEqualTo("gone");
          // What was on its way, or comes again after a reconnect, brings nothing back.
          fill(producer, "c1", true, System.currentTimeMillis() - 5_000);
          fill(producer, "c3", true);
          await().atMost(SOON).until(() -> send("GET", port, "c3").statusCode() == 200);
          assertThat(send("GET", port, "c1").statusCode()).isEqualTo(404);
          assertThat(get(port, "/v1/alerts").findValuesAsText("callId"))
              .containsOnly("c2", "c3", "c10");
        }
        assertThat(latest(config, TOPICS.summaries())).containsKey("c10/customer");
        assertThat(latest(config, TOPICS.audit()).get("c1"))
            .contains("\"action\":\"erase\"", "\"by\":\"local\"");

        try (GatewayService restarted = GatewayService.of(config)) {
          int port = restarted.start();
          await().atMost(SOON).until(() -> restarted.ready() && restarted.calls() == 3);
          assertThat(send("GET", port, "c1").statusCode()).isEqualTo(404);
        }
      }
    }
  }

  private static void fill(KafkaProducer<String, byte[]> producer, String call, boolean ended)
      throws Exception {
    fill(producer, call, ended, System.currentTimeMillis());
  }

  private static void fill(
      KafkaProducer<String, byte[]> producer, String call, boolean ended, long timeMs)
      throws Exception {
    String leg = call + "/customer";
    String alert =
        "{\"alertId\":\"%s/1/r/0\",\"state\":\"firing\",\"callId\":\"%s\",\"legId\":\"customer\",\"role\":\"customer\"}"
            .formatted(leg, call);
    send(producer, TOPICS.emotion(), leg, timeMs, Json.bytes(Records.emotion(call, 6000)));
    send(producer, TOPICS.alerts(), leg + "/1/r/0", timeMs, alert.getBytes(UTF_8));
    send(producer, TOPICS.summaries(), leg, timeMs, Json.bytes(Records.summary(call, ended)));
  }

  private static void send(
      KafkaProducer<String, byte[]> producer, String topic, String key, long timeMs, byte[] value)
      throws Exception {
    producer.send(new ProducerRecord<>(topic, null, timeMs, key, value)).get();
  }

  private static HttpResponse<String> send(String method, int port, String callId)
      throws IOException, InterruptedException {
    return request(method, port, "/v1/calls/" + callId);
  }

  private static JsonNode get(int port, String path) throws IOException, InterruptedException {
    return JsonText.mapper().readTree(request("GET", port, path).body());
  }

  private static HttpResponse<String> request(String method, int port, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static Map<String, String> latest(Config config, String topic) {
    return CommittedRecords.latest(config.bootstrapServers(), topic);
  }

  private static KafkaProducer<String, byte[]> producer(Config config) {
    return new KafkaProducer<>(
        Map.copyOf(config.kafka()), new StringSerializer(), new ByteArraySerializer());
  }

  private static Config config(EmbeddedBroker broker) {
    return Config.load(
        List.of(),
        Map.of(),
        List.of(
            "kafka.bootstrap.servers=" + broker.bootstrap(),
            "topics.partitions=3",
            "gateway.port=0"));
  }
}
