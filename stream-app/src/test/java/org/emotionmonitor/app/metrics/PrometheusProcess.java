package org.emotionmonitor.app.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.emotionmonitor.app.domain.Json;

/** A real Prometheus that scrapes one target every second, with the rules of this repository. */
final class PrometheusProcess implements AutoCloseable {

  private final Process process;
  private final int port;
  private final Path log;

  private PrometheusProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "prometheus")));
  }

  static PrometheusProcess start(Path temp, String target, Path rules) throws IOException {
    int port = freePort();
    Path config = temp.resolve("prometheus.yml");
    Files.writeString(
        config,
        """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: ["%s"]
        scrape_configs:
          - job_name: demo
            static_configs: [{targets: ["%s"]}]
        """
            .formatted(rules.toAbsolutePath().normalize(), target));
    Path log = temp.resolve("prometheus.log");
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + config,
                "--storage.tsdb.path=" + temp.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new PrometheusProcess(process, port, log);
  }

  /** The answer to a query; throws with Prometheus' words if it is no valid one. */
  List<JsonNode> query(String query) throws IOException, InterruptedException {
    JsonNode answer =
        get("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    if (!answer.path("status").asText().equals("success")) {
      throw new IllegalArgumentException(query + ": " + answer.path("error").asText());
    }
    return Stream.of(answer.path("data").path("result"))
        .flatMap(result -> Stream.iterate(0, i -> i < result.size(), i -> i + 1).map(result::get))
        .toList();
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException("Prometheus has ended: " + Files.readString(log));
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return Json.mapper()
        .readTree(
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(null, 20, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
