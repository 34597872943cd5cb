package org.emotionmonitor.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.config.ManagementConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManagementServerTest {

  private static final ManagementConfig ANY_PORT = new ManagementConfig(true, "127.0.0.1", 0);

  private final Metrics metrics = Metrics.isolated();
  private final Service service = new Service();
  private final ManagementServer server =
      new ManagementServer(ANY_PORT, metrics.registry(), List.of(service));
  private int port;

  @BeforeEach
  void start() {
    port = server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void shouldTellHealthFromReadiness() throws Exception {
    service.ready = false;

    assertThat(get("/health").statusCode()).isEqualTo(200);
    assertThat(get("/ready").statusCode()).isEqualTo(503);
    assertThat(get("/ready").body()).isEqualTo("busy\n");
    service.ready = true;
    assertThat(get("/ready").statusCode()).isEqualTo(200);
    service.healthy = false;
    assertThat(get("/health").statusCode()).isEqualTo(503);
  }

  @Test
  void shouldWriteMetricsInTextFormat() throws Exception {
    metrics.chunks(ChunkOutcome.LATE, 3);

    HttpResponse<String> response = get("/metrics");

    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain");
    assertThat(response.body()).contains("emotion_monitor_chunks_total{outcome=\"late\",} 3.0");
  }

  @Test
  void shouldSayWhatThereIsWhenAskedForSomethingElse() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(404);
    assertThat(get("/").body()).contains("/health", "/ready", "/metrics");
  }

  @Test
  void shouldNameThePortWhenItIsInUse() {
    ManagementConfig taken = new ManagementConfig(true, "127.0.0.1", port);

    assertThatThrownBy(() -> new ManagementServer(taken, metrics.registry(), List.of()).start())
        .isInstanceOf(AppException.class)
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageContaining("management.port");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static final class Service implements Health {
    private volatile boolean healthy = true;
    private volatile boolean ready = true;

    @Override
    public String name() {
      return "service";
    }

    @Override
    public boolean healthy() {
      return healthy;
    }

    @Override
    public boolean ready() {
      return ready;
    }

    @Override
    public String describe() {
      return ready ? "at work" : "busy";
    }
  }
}
