package org.emotionmonitor.app.gateway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.app.ingest.AudioPublisher;
import org.emotionmonitor.app.ingest.CallDetails;
import org.emotionmonitor.app.ingest.CallPlanner;
import org.emotionmonitor.app.ingest.ReplayListener;
import org.emotionmonitor.app.ingest.ReplayOptions;
import org.emotionmonitor.app.ingest.Replayer;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.StreamService;
import org.emotionmonitor.app.topology.TestScoring;
import org.emotionmonitor.app.topology.TopicAdmin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, with nothing left out: a file, a broker, the stream, the gateway, a browser. */
class LivePageIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final double SPEED = 4;

  @TempDir Path folder;

  @Test
  void shouldShowACallThatIsPlayedThroughTheWholeSystem() throws Exception {
    try (Chromium chromium = Chromium.launch();
        EmbeddedBroker broker = EmbeddedBroker.start(null, 0)) {
      Config config =
          Config.load(
              List.of(),
              Map.of(),
              List.of(
                  "kafka.bootstrap.servers=" + broker.bootstrap(),
                  "topics.partitions=2",
                  "gateway.port=0"));
      new TopicAdmin(config).createMissing();
      Metrics metrics = Metrics.isolated();
      try (ScoringService scoring = TestScoring.create(metrics);
          StreamService stream = new StreamService(config, scoring, metrics);
          GatewayService gateway = GatewayService.of(config)) {
        stream.start();
        int port = gateway.start();
        assertThat(stream.awaitReady(SOON)).isTrue();
        List<String> complaints = new CopyOnWriteArrayList<>();
        Page page = open(chromium, port, complaints);

        play(config);

        assertThat(page.locator("#status")).containsText("Live");
        assertThat(page.locator("main")).containsText("Not analysed: agent");
        assertThat(page.locator(".detail-time"))
            .containsText(
                "Ended at", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertThat(page.locator(".detail-title .tag-synthetic")).isVisible();
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "live.png")));
        assertThat(complaints).isEmpty();
        JsonNode shown = timeline(port);
        assertThat(shown.at("/legs/1/points").size()).isGreaterThan(20);
        for (JsonNode point : shown.at("/legs/1/points")) {
          assertThat(point.path("emotion").isNull())
              .isEqualTo(point.path("rate").isNull())
              .isEqualTo(point.path("volume").isNull());
        }
        shouldShowTheSameAfterARestart(config, shown);
      }
    }
  }

  private static void shouldShowTheSameAfterARestart(Config config, JsonNode shown)
      throws Exception {
    try (GatewayService restarted = GatewayService.of(config)) {
      int port = restarted.start();
      Awaitility.await().atMost(SOON).until(() -> restarted.source() == Feed.State.LIVE);
      assertThat(timeline(port)).isEqualTo(shown);
    }
  }

  private void play(Config config) throws Exception {
    Path file = folder.resolve("demo-billing.flac");
    try (InputStream in =
        Config.class.getResourceAsStream("/org/emotionmonitor/app/demo/demo-billing.flac")) {
      Files.copy(in, file);
    }
    ReplayOptions d = ReplayOptions.DEFAULTS;
    ReplayOptions options =
        new ReplayOptions(SPEED, d.chunkMs(), d.encoding(), d.parallel(), d.roles());
    CallDetails details =
        new CallDetails(
            "alex", "billing", "en", Map.of("synthetic", "true", "title", "Billing question"));
    try (AudioPublisher publisher =
            AudioPublisher.connect(config.kafka(), config.topicNames().audio());
        Replayer replayer = new Replayer(publisher, options, ReplayListener.NONE)) {
      replayer.play(List.of(new CallPlanner(options, "", "").plan(file, details)));
    }
  }

  private static Page open(Chromium chromium, int port, List<String> complaints) {
    Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1280, 900));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate("http://127.0.0.1:" + port + "/call.html#demo-billing");
    return page;
  }

  private static JsonNode timeline(int port) throws Exception {
    String url = "http://127.0.0.1:%d/v1/calls/demo-billing/timeline".formatted(port);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonText.mapper().readTree(answer.body());
  }
}
