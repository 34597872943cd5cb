package org.emotionmonitor.app.gateway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.emotionmonitor.app.gateway.page.WholeSystem.SOON;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.app.ingest.AudioPublisher;
import org.emotionmonitor.app.ingest.CallDetails;
import org.emotionmonitor.app.ingest.CallPlanner;
import org.emotionmonitor.app.ingest.ReplayListener;
import org.emotionmonitor.app.ingest.ReplayOptions;
import org.emotionmonitor.app.ingest.Replayer;
import org.emotionmonitor.app.ingest.WavFiles;
import org.emotionmonitor.core.audio.AudioFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, with nothing left out: audio, a broker, the stream, the gateway, a browser. */
class LivePageIT {
  private static final double SPEED = 4;
  private static final double WAIT_MS = SOON.toMillis();

  @TempDir static Path folder;
  private static WholeSystem system;
  private static Path speech;

  private final List<String> complaints = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    speech = folder.resolve("demo-billing.flac");
    try (InputStream in =
        Config.class.getResourceAsStream("/org/emotionmonitor/app/demo/demo-billing.flac")) {
      Files.copy(in, speech);
    }
    system = WholeSystem.start();
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  void shouldShowACallThatIsPlayedThroughTheWholeSystem() throws Exception {
    try (Chromium chromium = Chromium.launch()) {
      Page page = open(chromium, "/call.html#demo-billing");

      play(system.config());

      assertThat(page.locator("#status")).containsText("Live");
      assertThat(page.locator("main")).containsText("Not analysed: agent");
      assertThat(page.locator(".detail-time"))
          .containsText(
              "Ended at", new LocatorAssertions.ContainsTextOptions().setTimeout(2 * WAIT_MS));
      assertThat(page.locator(".detail-title .tag-synthetic")).isVisible();
      PageTest.shoot(page, "live");
      assertThat(complaints).isEmpty();
      JsonNode shown = WholeSystem.get(system.url("/v1/calls/demo-billing/timeline"));
      assertThat(shown.at("/legs/1/points").size()).isGreaterThan(20);
      for (JsonNode point : shown.at("/legs/1/points")) {
        assertThat(point.path("emotion").isNull())
            .isEqualTo(point.path("rate").isNull())
            .isEqualTo(point.path("volume").isNull());
      }
      shouldShowTheSameAfterARestart(shown);
    }
  }

  private static void shouldShowTheSameAfterARestart(JsonNode shown) throws Exception {
    try (GatewayService restarted = GatewayService.of(system.config())) {
      int port = restarted.start();
      Awaitility.await().atMost(SOON).until(() -> restarted.source() == Feed.State.LIVE);
      assertThat(WholeSystem.get(WholeSystem.url(port, "/v1/calls/demo-billing/timeline")))
          .isEqualTo(shown);
    }
  }

  @Test
  void shouldShowWhatTheMicrophoneHearsUntilItIsStopped() throws Exception {
    try (Chromium chromium =
        Chromium.launch(
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            "--use-file-for-fake-audio-capture=" + wav())) {
      Page page = open(chromium, "/microphone.html");
      Locator start = page.locator("#mic-start");
      assertThat(start).isDisabled();
      page.locator("#mic-consent").check();
      start.click();

      assertThat(page.locator(".now-confidence"))
          .containsText(
              "confidence", new LocatorAssertions.ContainsTextOptions().setTimeout(WAIT_MS));
      assertThat(page.locator(".meter-row")).containsText("level");
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        for (int width : new int[] {1280, 390}) {
          page.setViewportSize(width, 844);
          PageTest.shoot(
              page,
              "microphone-live-%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT)));
          assertThat(Axe.graveIssues(page)).isEmpty();
        }
      }
      page.locator("#mic-stop").click();

      assertThat(page.locator("#mic-said")).containsText("The microphone is off");
      String link = page.locator("#mic-live a").getAttribute("href");
      String call = link.substring(link.indexOf('#') + 1);
      Awaitility.await().atMost(SOON).until(() -> ended(call));
      JsonNode points =
          WholeSystem.get(system.url("/v1/calls/" + call + "/timeline")).at("/legs/0/points");
      assertThat(points.size()).isGreaterThan(1);
      assertThat(complaints).allMatch(c -> c.contains("Canvas2D"), "but what axe itself causes");
    }
  }

  private static boolean ended(String call) throws Exception {
    return WholeSystem.get(system.url("/v1/calls/" + call)).path("state").asText().equals("ended");
  }

  /** The customer's side of the demo call, as the fake device wants it. */
  private static Path wav() throws Exception {
    float[][] channels = AudioFile.readAll(speech);
    try (AudioFile file = AudioFile.open(speech)) {
      return WavFiles.write(folder.resolve("speech.wav"), file.sampleRate(), channels[0]);
    }
  }

  private static void play(Config config) throws Exception {
    ReplayOptions d = ReplayOptions.DEFAULTS;
    ReplayOptions options =
        new ReplayOptions(SPEED, d.chunkMs(), d.encoding(), d.parallel(), d.roles());
    CallDetails details =
        new CallDetails(
            "alex", "billing", "en", Map.of("synthetic", "true", "title", "Billing question"));
    try (AudioPublisher publisher =
            AudioPublisher.connect(config.kafka(), config.topicNames().audio());
        Replayer replayer = new Replayer(publisher, options, ReplayListener.NONE)) {
      replayer.play(List.of(new CallPlanner(options, "", "").plan(speech, details)));
    }
  }

  private Page open(Chromium chromium, String path) {
    Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1280, 900));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(system.url(path));
    return page;
  }
}
