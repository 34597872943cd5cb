package org.emotionmonitor.app.sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.emotionmonitor.app.config.SinksConfig;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sink against a real Alertmanager; skipped where none is installed. */
class AlertmanagerTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private Process process;
  private URI url;

  @BeforeEach
  void start() throws IOException {
    Path binary =
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
            .flatMap(
                dir ->
                    Stream.of("prometheus-alertmanager", "alertmanager").map(n -> Path.of(dir, n)))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(
        binary != null,
        "no Alertmanager on the PATH (apt-get install prometheus-alertmanager): not tested");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path config = folder.resolve("alertmanager.yml");
    Files.writeString(config, "route: {receiver: none}\nreceivers: [{name: none}]\n");
    url = URI.create("http://127.0.0.1:%d/".formatted(port));
    process =
        new ProcessBuilder(
                binary.toString(),
                "--config.file=" + config,
                "--storage.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    await().atMost(SOON).ignoreExceptions().until(() -> get("-/ready").statusCode() == 200);
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (process != null) {
      process.destroy();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void shouldShowAnAlertThroughItsLifeUntilItIsResolved() throws Exception {
    Receiver receiver = receiver(url);

    assertThat(receiver.deliver(outgoing(Alerts.firing(1))).kind())
        .isEqualTo(Receiver.Answer.Kind.DELIVERED);
    await().atMost(SOON).until(() -> active().equals(List.of("warning")));
    JsonNode shown = alerts().get(0);
    assertThat(shown.at("/labels/alertname").asText()).isEqualTo("unfriendly-customer");
    assertThat(shown.at("/labels/call_id").asText()).isEqualTo("c1");
    assertThat(shown.at("/labels/queue").asText()).isEqualTo("billing");
    assertThat(shown.at("/annotations/summary").asText()).isEqualTo("expressed unfriendly");
    assertThat(Instant.parse(shown.path("endsAt").asText()))
        .isAfter(Instant.now().plus(Duration.ofMinutes(50)));

    receiver.deliver(outgoing(Alerts.escalated(1)));
    await().atMost(SOON).until(() -> active().equals(List.of("critical")));
    receiver.deliver(outgoing(Alerts.acknowledged(1)));
    await()
        .atMost(SOON)
        .until(() -> alerts().get(0).at("/annotations/acknowledged_by").asText().equals("sam"));
    receiver.deliver(outgoing(Alerts.resolved(1)));
    await().atMost(SOON).until(() -> active().isEmpty());
  }

  @Test
  void shouldBeContentWithOneMemberOfTheCluster() throws Exception {
    Receiver receiver = receiver(URI.create("http://127.0.0.1:1/"), url);

    assertThat(receiver.deliver(outgoing(Alerts.firing(2))).kind())
        .isEqualTo(Receiver.Answer.Kind.DELIVERED);
    assertThat(
            receiver(URI.create("http://127.0.0.1:1/")).deliver(outgoing(Alerts.firing(2))).kind())
        .isEqualTo(Receiver.Answer.Kind.FAILED);
  }

  private static Receiver receiver(URI... urls) {
    return new AlertmanagerReceiver(
        new SinksConfig.Alertmanager(
            List.of(urls), null, Duration.ofMinutes(60), Duration.ofSeconds(10)),
        Clock.systemUTC());
  }

  private static Outgoing outgoing(Alert alert) {
    return new Outgoing(alert, Json.bytes(alert));
  }

  private List<String> active() throws IOException, InterruptedException {
    List<String> severities = new ArrayList<>();
    alerts().forEach(alert -> severities.add(alert.at("/labels/severity").asText()));
    return severities;
  }

  private JsonNode alerts() throws IOException, InterruptedException {
    return Json.mapper().readTree(get("api/v2/alerts").body());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(url.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
