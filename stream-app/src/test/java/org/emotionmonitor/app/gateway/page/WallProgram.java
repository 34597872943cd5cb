package org.emotionmonitor.app.gateway.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.PrintStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.emotionmonitor.app.gateway.GatewayOptions;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.ManualFeed;

/**
 * How smooth the wall stays: a gateway with many live calls, a browser that shows them, and what
 * the browser says of its long tasks and frames. A program, not a test, because it takes times.
 *
 * <p>Arguments: calls (300), seconds to measure (30), width (1920), height (1080); 0 seconds serves
 * the page until it is stopped.
 */
public final class WallProgram {
  private static final int PARTS = 20;

  /** Counts in the page: long tasks are the browser's own, over 50 ms. */
  private static final String WATCH =
      """
      () => {
        window.seen = { long: [], frames: 0, late: 0, worst: 0 };
        new PerformanceObserver((list) => {
          list.getEntries().forEach((e) => window.seen.long.push(Math.round(e.duration)));
        }).observe({ entryTypes: ["longtask"] });
        let before = performance.now();
        const frame = (now) => {
          const took = now - before;
          before = now;
          window.seen.frames++;
          window.seen.late += took > 50 ? 1 : 0;
          window.seen.worst = Math.max(window.seen.worst, Math.round(took));
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }
      """;

  private WallProgram() {}

  public static void main(String[] args) throws Exception {
    int calls = argument(args, 0, 300);
    int seconds = argument(args, 1, 30);
    ManualFeed feed = new ManualFeed();
    ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor();
    try (GatewayService gateway =
        new GatewayService(GatewayOptions.loopback(0), feed, Clock.systemUTC())) {
      String url = "http://127.0.0.1:" + gateway.start() + "/";
      Crowd crowd = new Crowd(feed, calls);
      crowd.start();
      int[] part = {0};
      Future<?> turning =
          turns.scheduleAtFixedRate(
              () -> crowd.turn(part[0]++ % PARTS, PARTS), 0, 1000 / PARTS, TimeUnit.MILLISECONDS);
      System.out.println(url);
      if (seconds == 0) {
        turning.get();
      }
      measure(url, seconds, argument(args, 2, 1920), argument(args, 3, 1080), System.out);
    } finally {
      turns.shutdownNow();
    }
  }

  private static void measure(String url, int seconds, int width, int height, PrintStream out) {
    try (Chromium chromium = Chromium.launch();
        Page page =
            chromium
                .browser()
                .newPage(new Browser.NewPageOptions().setViewportSize(width, height))) {
      page.navigate(url);
      page.waitForSelector(".tile");
      page.waitForTimeout(
          5000); // The first drawing and the compiler's warm-up are not of interest.
      CDPSession devTools = page.context().newCDPSession(page);
      JsonObject ticks = new JsonObject();
      ticks.addProperty("timeDomain", "threadTicks");
      devTools.send("Performance.enable", ticks);
      Map<String, Double> before = metrics(devTools);
      page.evaluate(WATCH);
      page.waitForTimeout(seconds * 1000.0);
      Map<String, Double> after = metrics(devTools);
      for (String part : List.of("Task", "Script", "Layout", "RecalcStyle")) {
        String name = part + "Duration";
        out.printf(
            "%s: %.0f ms of CPU a second%n",
            part, 1000 * (after.get(name) - before.get(name)) / seconds);
      }
      out.printf(
          "%d tiles in %d x %d, %d s: %s%n",
          page.locator(".tile").count(),
          width,
          height,
          seconds,
          page.evaluate(
              "() => `${seen.frames} frames, ${seen.late} over 50 ms, longest ${seen.worst} ms;"
                  + " ${seen.long.length} long tasks ${JSON.stringify(seen.long)}`"));
    }
  }

  /** CPU seconds of the page's main thread, by what they were for. */
  private static Map<String, Double> metrics(CDPSession devTools) {
    Map<String, Double> metrics = new HashMap<>();
    for (JsonElement metric : devTools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
      JsonObject one = metric.getAsJsonObject();
      metrics.put(one.get("name").getAsString(), one.get("value").getAsDouble());
    }
    return metrics;
  }

  private static int argument(String[] args, int i, int otherwise) {
    return args.length > i ? Integer.parseInt(args[i]) : otherwise;
  }
}
