package org.emotionmonitor.app.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.emotionmonitor.app.gateway.GatewayOptions;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.ManualFeed;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.board.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the tests of the pages share: a gateway fed by hand, a browser, and its complaints. */
abstract class PageTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  @RegisterExtension static final SharedChromium CHROMIUM = new SharedChromium();

  final ManualFeed feed = new ManualFeed();
  final List<String> complaints = new CopyOnWriteArrayList<>();
  final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private GatewayService service;
  private BrowserContext context;
  private int port;

  @AfterEach
  void stop() {
    if (context != null) {
      context.close();
    }
    if (service != null) {
      service.close();
    }
  }

  void serve() {
    serve(GatewayOptions.loopback(0));
  }

  void serve(GatewayOptions options) {
    service = new GatewayService(options, feed, null, this::acknowledge, Clock.systemUTC());
    port = service.start();
  }

  /** Stops the gateway; {@link #comeBack} starts another at the same address. */
  void goAway() {
    service.close();
  }

  void comeBack() {
    serve(GatewayOptions.loopback(port));
  }

  private Future<Void> acknowledge(Update.Alert alert, Principal by, String note) {
    acknowledged.add("%s by %s: %s".formatted(alert.callId(), by.name(), note));
    return Future.succeededFuture();
  }

  Page open(String path) {
    return open(path, 1280, ColorScheme.LIGHT);
  }

  /** Runs the script before those of the page. */
  Page open(String path, String script) {
    return open(path, 1280, ColorScheme.LIGHT, script);
  }

  Page open(String path, int width, ColorScheme scheme) {
    return open(path, width, scheme, "");
  }

  private Page open(String path, int width, ColorScheme scheme, String script) {
    context =
        CHROMIUM
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, width > 760 ? 900 : 844)
                    .setDeviceScaleFactor(width > 760 ? 1 : 2)
                    .setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.REDUCE));
    context.addInitScript(script);
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
          if (!request.url().startsWith(home) && !request.url().startsWith("blob:" + home)) {
            complaints.add("request to another host: " + request.url());
          }
        });
    page.navigate(home + path);
    return page;
  }

  /**
   * Looks at the page as a whole: nothing to complain of, nothing inaccessible, nothing cut off.
   */
  void inspect(Page page, String name, int width, ColorScheme scheme) {
    shoot(page, "%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT)));
    assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing sticks out sideways")
        .isTrue();
    assertThat(complaints).isEmpty();
    assertThat(Axe.graveIssues(page)).isEmpty();
    complaints.clear(); // Those that axe itself caused.
  }

  static void shoot(Page page, String name) {
    shoot(page, name, true);
  }

  static void shoot(Page page, String name, boolean all) {
    page.evaluate(
        "() => new Promise((d) => requestAnimationFrame(() => requestAnimationFrame(d)))");
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(all).setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  static long now() {
    return System.currentTimeMillis();
  }
}
