package org.emotionmonitor.app.gateway.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Pictures of the pages of a gateway that is running, with what it shows at the moment; those of
 * the README are taken of the demo. Prints what the browser and axe-core complain of, and fails if
 * there is anything.
 *
 * <p>Arguments: address of the gateway, such as {@code http://127.0.0.1:8080}; folder for the
 * pictures; the call to show (demo-delivery); the agent (sam); only these pages, with commas (all
 * but the last); "alert" is the wall once an alert is open; a WAV file that the microphone hears on
 * the page "speaking".
 */
public final class Pictures {
  private static final double PATIENCE_MS = 120_000;

  private final String url;
  private final Path folder;
  private final List<String> complaints = new ArrayList<>();

  private Pictures(String url, Path folder) {
    this.url = url;
    this.folder = folder;
  }

  public static void main(String[] args) {
    String call = args.length > 2 ? args[2] : "demo-delivery";
    String agent = args.length > 3 ? args[3] : "sam";
    Map<String, String> pages =
        Map.of(
            "wall", "/",
            "alert", "/",
            "call", "/call.html#" + call,
            "agent", "/agent.html#agent=" + agent,
            "microphone", "/microphone.html",
            "speaking", "/microphone.html",
            "about", "/about.html",
            "model-card", "/model-card.html");
    List<String> asked =
        args.length > 4
            ? List.of(args[4].split(","))
            : pages.keySet().stream().filter(name -> !name.equals("speaking")).toList();
    String[] ears =
        args.length > 5
            ? new String[] {
              "--use-fake-ui-for-media-stream",
              "--use-fake-device-for-media-stream",
              "--use-file-for-fake-audio-capture=" + args[5]
            }
            : new String[0];
    Pictures pictures = new Pictures(args[0], Path.of(args[1]));
    try (Chromium chromium = Chromium.launch(ears)) {
      for (String name : asked) {
        for (int width : new int[] {1280, 390}) {
          for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            pictures.take(chromium.browser(), name, pages.get(name), width, scheme);
          }
        }
      }
    }
    pictures.complaints.forEach(System.out::println);
    System.out.printf("%d complaints%n", pictures.complaints.size());
    if (!pictures.complaints.isEmpty()) {
      System.exit(1);
    }
  }

  private void take(Browser browser, String name, String path, int width, ColorScheme scheme) {
    String what = "%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, width > 760 ? 900 : 844)
                .setDeviceScaleFactor(width > 760 ? 1 : 2)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE))) {
      Page page = context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      page.onConsoleMessage(
          m -> {
            if (m.type().equals("error") || m.type().equals("warning")) {
              complaints.add(what + ": console: " + m.text());
            }
          });
      page.onPageError(e -> complaints.add(what + ": uncaught: " + e));
      page.onRequest(
          r -> {
            if (!r.url().startsWith(url) && !r.url().startsWith("blob:" + url)) {
              complaints.add(what + ": request to another host: " + r.url());
            }
          });
      page.navigate(url + path);
      if (name.equals("speaking")) {
        page.locator("#mic-consent").check();
        page.locator("#mic-start").click();
      }
      Locator drawn =
          page.locator(
              switch (name) {
                case "wall" -> ".tile-name";
                case "alert" -> ".feed-item[data-state='firing']";
                case "call" -> ".leg-charts .plot:visible canvas";
                case "speaking" -> ".now-confidence:has-text('confidence')";
                case "agent" -> ".glance:not(.unsure) .glance-word";
                default -> "main";
              });
      drawn.first().waitFor();
      page.waitForTimeout(name.equals("speaking") ? 12_000 : 1_500);
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(what + ".png")));
      boolean wide = (boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth");
      if (wide) {
        complaints.add(what + ": sticks out sideways");
      }
      // What axe itself causes comes after this.
      List<String> before = List.copyOf(complaints);
      List<String> grave = Axe.graveIssues(page);
      complaints.clear();
      complaints.addAll(before);
      grave.forEach(g -> complaints.add(what + ": axe: " + g));
    }
  }
}
