package org.emotionmonitor.app.gateway.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.junit.jupiter.api.Assumptions;

/**
 * The browser of the page's tests: the system's Chromium, not one that is downloaded. Its absence
 * is a failure, unless {@code -Dbrowser=none} says that it is known.
 */
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** Generous, as the machine of a build may be busy with much else. */
  private static final double WAIT_MS = 45_000;

  private static final List<String> ALWAYS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--hide-scrollbars",
          // A page from elsewhere may show one of this machine in a frame without being asked.
          "--disable-features=LocalNetworkAccessChecks");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable, List<String> more) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MS);
    List<String> arguments = new ArrayList<>(ALWAYS);
    arguments.addAll(more);
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(arguments));
  }

  /**
   * Starts it; skips the test visibly if the build is told that there is no browser.
   *
   * @param arguments of its command line, besides the usual ones
   */
  public static Chromium launch(String... arguments) {
    String told = System.getProperty("browser", "");
    Assumptions.assumeFalse(
        told.equals("none"), "the page is not tested in a browser: -Dbrowser=none was given");
    return new Chromium(told.isEmpty() ? find() : Path.of(told), List.of(arguments));
  }

  private static Path find() {
    StringTokenizer folders = new StringTokenizer(System.getenv("PATH"), File.pathSeparator);
    while (folders.hasMoreTokens()) {
      String folder = folders.nextToken();
      for (String name : NAMES) {
        Path candidate = Path.of(folder, name);
        if (Files.isExecutable(candidate)) {
          return candidate;
        }
      }
    }
    throw new AssertionError(
        "no Chromium on the PATH for the tests of the page; install it (Debian, Ubuntu: apt-get"
            + " install chromium), name it with -Dbrowser=/path/to/chromium, or leave these tests"
            + " out with -Dbrowser=none");
  }

  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
