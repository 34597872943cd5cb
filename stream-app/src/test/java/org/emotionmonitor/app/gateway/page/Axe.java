package org.emotionmonitor.app.gateway.page;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** axe-core, which looks for what keeps people from using a page. */
final class Axe {
  private static final String SCRIPT = script();

  private static final String RUN =
      """
      async () => {
        const { violations } = await axe.run(document, { resultTypes: ["violations"] });
        return violations
          .filter((v) => v.impact === "serious" || v.impact === "critical")
          .map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`);
      }
      """;

  private Axe() {}

  /** The serious and critical issues of the page as it is now, in words. */
  @SuppressWarnings("unchecked")
  static List<String> graveIssues(Page page) {
    page.evaluate(SCRIPT);
    return (List<String>) page.evaluate(RUN);
  }

  private static String script() {
    Properties jar = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")) {
      jar.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String at = "/META-INF/resources/webjars/axe-core/%s/axe.min.js";
    try (InputStream in = open(at.formatted(jar.getProperty("version")))) {
      // The value of the last expression goes back to the test, so it must be a small one.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; undefined";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = Axe.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("axe-core's webjar is not on the class path: no " + resource);
    }
    return in;
  }
}
