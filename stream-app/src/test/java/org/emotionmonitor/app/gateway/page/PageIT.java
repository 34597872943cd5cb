package org.emotionmonitor.app.gateway.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.emotionmonitor.app.gateway.GatewayOptions;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.ManualFeed;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser, fed without Kafka. */
class PageIT {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String TOKEN = "a token for the test";
  private static Chromium chromium;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final ManualFeed feed = new ManualFeed();
  private GatewayService service;
  private BrowserContext context;
  private int port;

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch();
  }

  @AfterAll
  static void quit() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void stop() {
    if (context != null) {
      context.close();
    }
    service.close();
  }

  @ParameterizedTest
  @CsvSource({"1280,LIGHT", "1280,DARK", "390,LIGHT", "390,DARK"})
  void shouldShowLiveCallsInEachSizeAndScheme(int width, ColorScheme scheme) {
    serve(0, null);
    Page page = open(width, scheme);
    Story complaint = Story.complaint("demo-complaint");
    Story booking = Story.booking("demo-booking");
    tell(complaint, booking, 1, 57);
    String name = "%d-%s".formatted(width, scheme.name().toLowerCase(java.util.Locale.ROOT));
    assertThat(page.locator("button.leg")).hasCount(3);
    if (width < 860) {
      shoot(page, "list-" + name);
    }
    page.getByLabel("Call demo-complaint").locator("button.leg").click();
    tell(complaint, booking, 58, 62);

    assertThat(page.locator("#status")).containsText("Live");
    assertThat(page.locator(".leg-dropped").first()).containsText("Not analysed");
    assertThat(page.locator(".detail-head h2")).hasText("Customer");
    assertThat(page.locator(".detail-time")).containsText("1:02");
    assertThat(page.locator(".detail-title .tag-synthetic")).isVisible();
    assertThat(page.locator(".now-confidence")).containsText("confidence");
    assertThat(page.locator(".facts")).containsText("0123456789ab");
    assertThat(page.locator(".attention-bars i")).hasCount(60);
    assertThat(page.locator(".plot canvas")).hasCount(3);
    assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing sticks out sideways")
        .isTrue();
    shoot(page, "page-" + name);
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldComeBackByItselfAfterTheServerRestarts() {
    serve(0, null);
    Page page = open(1280, ColorScheme.LIGHT);
    tell(Story.complaint("before"), Story.booking("other"), 1, 30);
    assertThat(page.locator(".call-id").first()).hasText("before");

    service.close();
    assertThat(page.locator("#status")).containsText("Reconnecting");
    shoot(page, "reconnecting");
    serve(port, null);
    feed.push(Story.complaint("after").start(now()));

    assertThat(page.locator("#status")).containsText("Live");
    assertThat(page.locator(".call-id").first()).hasText("after");
    assertThat(page.locator("#notice")).isHidden();
  }

  @Test
  void shouldSayWhenTheServerHasLostKafka() {
    serve(0, null);
    Page page = open(1280, ColorScheme.LIGHT);
    assertThat(page.locator("#status")).containsText("Live");

    feed.become(Feed.State.UNREACHABLE);

    assertThat(page.locator("#notice")).containsText("cannot reach Kafka");
  }

  @Test
  void shouldTellHowToBeginWhenThereAreNoCalls() {
    serve(0, null);
    Page page = open(1280, ColorScheme.LIGHT);

    assertThat(page.locator(".empty")).isVisible();
    assertThat(page.locator(".empty")).containsText("calls.audio");
    shoot(page, "empty");
    assertThat(complaints).isEmpty();
  }

  @Test
  void shouldBeUsableByKeyboardAlone() {
    serve(0, null);
    Page page = open(1280, ColorScheme.LIGHT);
    tell(Story.complaint("demo-complaint"), Story.booking("demo-booking"), 1, 30);
    assertThat(page.locator("button.leg")).hasCount(3);

    page.locator("button.leg").first().focus();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");

    assertThat(page.locator("button.leg").nth(1)).hasAttribute("aria-current", "true");
    assertThat(page.locator(".detail-call")).containsText("demo-complaint");
  }

  @Test
  void shouldGoOnToALiveCallWhenTheOneItChoseItselfEnds() {
    serve(0, null);
    Page page = open(1280, ColorScheme.LIGHT);
    Story first = Story.complaint("first");
    feed.push(first.start(now()));
    feed.push(first.seconds(1, 5, 60, now()));
    assertThat(page.locator(".detail-call")).containsText("Call first");
    feed.push(Story.booking("second").start(now()));

    feed.push(first.end(now()));

    assertThat(page.locator(".detail-call")).containsText("Call second");
    page.getByLabel("Call first").locator("button.leg").click();
    feed.push(Story.booking("second").seconds(1, 5, 60, now()));
    assertThat(page.locator(".detail-call")).containsText("Call first");
  }

  @Test
  void shouldAskForTheTokenAndThenShowTheCalls() {
    serve(0, TOKEN);
    feed.push(Story.complaint("guarded").start(now()));
    Page page = open(1280, ColorScheme.LIGHT);

    page.locator("dialog.token input").fill(TOKEN);
    shoot(page, "token");
    page.locator("dialog.token button").click();

    assertThat(page.locator("#status")).containsText("Live");
    assertThat(page.locator(".call-id").first()).hasText("guarded");
    assertThat(page.url()).doesNotContain("token");
  }

  private void serve(int at, String token) {
    service =
        new GatewayService(GatewayOptions.loopback(at).withToken(token), feed, Clock.systemUTC());
    port = service.start();
  }

  private Page open(int width, ColorScheme scheme) {
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, width > 860 ? 900 : 844)
                    .setDeviceScaleFactor(width > 860 ? 1 : 2)
                    .setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.REDUCE));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("uncaught: " + error));
    String home = "http://127.0.0.1:" + port + "/";
    page.onRequest(
        request -> {
          if (!request.url().startsWith(home)) {
            complaints.add("request to another host: " + request.url());
          }
        });
    page.navigate(home);
    return page;
  }

  /** Two calls from second {@code first} to {@code last}, and one that is over. */
  private void tell(Story complaint, Story booking, int first, int last) {
    long now = now();
    if (first == 1) {
      Story over = Story.booking("demo-earlier");
      List<Update> past = new java.util.ArrayList<>(over.start(now - 100_000));
      past.addAll(over.seconds(1, 48, 48, now - 52_000));
      past.add(over.end(now - 52_000));
      feed.push(past);
      feed.push(complaint.start(now));
      feed.push(booking.start(now));
    }
    feed.push(complaint.seconds(first, last, 62, now));
    feed.push(booking.seconds(Math.max(1, first - 20), last - 20, 62, now));
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  private static void shoot(Page page, String name) {
    page.waitForTimeout(400); // Lets the frame that is due be drawn; asserts wait by themselves.
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
  }
}
