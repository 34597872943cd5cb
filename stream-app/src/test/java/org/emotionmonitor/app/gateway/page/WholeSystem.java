package org.emotionmonitor.app.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.StreamService;
import org.emotionmonitor.app.topology.TestScoring;
import org.emotionmonitor.app.topology.TopicAdmin;

/** Broker, stream and gateway, with an untrained model. */
final class WholeSystem implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(60);

  private final EmbeddedBroker broker;
  private final ScoringService scoring;
  private final StreamService stream;
  private final GatewayService gateway;
  private final Config config;
  private final int port;

  private WholeSystem(EmbeddedBroker broker) throws Exception {
    this.broker = broker;
    config =
        Config.load(
            List.of(),
            Map.of(),
            List.of(
                "kafka.bootstrap.servers=" + broker.bootstrap(),
                "topics.partitions=2",
                "gateway.port=0"));
    new TopicAdmin(config).createMissing();
    Metrics metrics = Metrics.isolated();
    scoring = TestScoring.create(metrics);
    stream = new StreamService(config, scoring, metrics);
    gateway = GatewayService.of(config);
    stream.start();
    port = gateway.start();
    assertThat(stream.awaitReady(SOON)).isTrue();
  }

  static WholeSystem start() throws Exception {
    return new WholeSystem(EmbeddedBroker.start(null, 0));
  }

  Config config() {
    return config;
  }

  /** Where {@code path} is, which begins with a slash. */
  String url(String path) {
    return url(port, path);
  }

  static String url(int port, String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /** The JSON at {@code url}. */
  static JsonNode get(String url) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonText.mapper().readTree(answer.body());
  }

  @Override
  public void close() {
    gateway.close();
    stream.close();
    scoring.close();
    broker.close();
  }
}
