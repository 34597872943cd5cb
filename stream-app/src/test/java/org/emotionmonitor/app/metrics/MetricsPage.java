package org.emotionmonitor.app.metrics;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Prometheus' text format back. */
public final class MetricsPage {

  private static final Pattern HEAD = Pattern.compile("# (HELP|TYPE) (\\S+) (.*)");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z0-9_:]+)(?:\\{(.*)\\})? ([-+0-9.eENaInf]+)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z0-9_]+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");
  private static final Pattern SUFFIX = Pattern.compile("_(bucket|sum|count)$");

  private MetricsPage() {}

  /** The metrics of {@code registry} as its management port would show them. */
  public static Map<String, MetricFamily> of(CollectorRegistry registry) throws IOException {
    return parse(MetricsText.write(TextFormat.CONTENT_TYPE_004, registry));
  }

  /** The metrics of a page, by name. */
  public static Map<String, MetricFamily> parse(String page) {
    Map<String, MetricFamily> families = new TreeMap<>();
    Map<String, String> help = new LinkedHashMap<>();
    for (String line : page.lines().toList()) {
      Matcher head = HEAD.matcher(line);
      if (head.matches()) {
        String name = head.group(2);
        if (head.group(1).equals("HELP")) {
          help.put(name, head.group(3));
        } else {
          families.put(name, new MetricFamily(name, head.group(3), help.getOrDefault(name, "")));
        }
      } else {
        sample(families, line);
      }
    }
    return families;
  }

  private static void sample(Map<String, MetricFamily> families, String line) {
    Matcher sample = SAMPLE.matcher(line);
    if (!sample.matches()) {
      throw new IllegalArgumentException("not a sample: " + line);
    }
    MetricFamily family = families.get(sample.group(1));
    if (family == null) {
      family = families.get(SUFFIX.matcher(sample.group(1)).replaceFirst(""));
    }
    if (family == null) {
      throw new IllegalArgumentException("a sample without TYPE: " + line);
    }
    Map<String, String> labels = new TreeMap<>();
    if (sample.group(2) != null) {
      Matcher label = LABEL.matcher(sample.group(2));
      while (label.find()) {
        labels.put(label.group(1), label.group(2));
      }
    }
    family.add(labels);
  }
}
