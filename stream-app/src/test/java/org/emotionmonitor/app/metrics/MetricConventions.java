package org.emotionmonitor.app.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Prometheus' naming conventions, as far as a program can check them. */
final class MetricConventions {

  private static final Pattern NAME = Pattern.compile("emotion_monitor(_[a-z][a-z0-9]*)+");

  /** The JVM's own, named by simpleclient. */
  private static final Pattern JVM = Pattern.compile("(jvm|process)_.*");

  private static final Map<String, String> JVM_UNITS =
      Map.ofEntries(
          Map.entry("seconds", "seconds"),
          Map.entry("bytes", "bytes"),
          Map.entry("buffers", "buffers"),
          Map.entry("classes", "classes"),
          Map.entry("objects", "objects"),
          Map.entry("threads", "threads"),
          Map.entry("fds", "file descriptors"),
          Map.entry("info", "1"));

  /** What a name may end in, before {@code _total}, and the unit that it stands for. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("seconds", "seconds"),
          Map.entry("bytes", "bytes"),
          Map.entry("ratio", "0 to 1"),
          Map.entry("bits", "bits"),
          Map.entry("info", "1"),
          Map.entry("ready", "0 or 1"),
          Map.entry("healthy", "0 or 1"),
          Map.entry("active", "0 or 1"),
          Map.entry("date", "0 or 1"),
          Map.entry("deviations", "standard deviations"));

  /** Things that are counted. */
  private static final Set<String> COUNTED =
      Set.of(
          "authentications",
          "alerts",
          "calls",
          "chunks",
          "clients",
          "connections",
          "errors",
          "fallbacks",
          "handshakes",
          "legs",
          "messages",
          "partitions",
          "rebalances",
          "reloads",
          "records",
          "tasks",
          "threads",
          "updates",
          "windows");

  private static final List<String> NOT_BASE_UNITS =
      List.of("_ms", "_millis", "_milliseconds", "_ns", "_minutes", "_percent", "_kb", "_mb");

  /** Labels whose values are few; whoever adds one here says that its values are bounded. */
  private static final Set<String> LABELS =
      Set.of(
          "dialect",
          "emotion",
          "event",
          "feature",
          "java",
          "model",
          "name",
          "outcome",
          "output",
          "partition",
          "precision",
          "provider",
          "reason",
          "result",
          "service",
          "sink",
          "sha256",
          "stage",
          "state",
          "topic",
          "version");

  private static final Pattern IDENTIFIER =
      Pattern.compile("(call|leg|agent|customer|user|session|alert|window|client|connection).*id");

  private static final int MAX_VALUES = 40;

  private MetricConventions() {}

  /** What is wrong, in words; empty if nothing is. */
  static List<String> problems(Collection<MetricFamily> families) {
    List<String> problems = new ArrayList<>();
    for (MetricFamily family : families) {
      if (JVM.matcher(family.name()).matches()) {
        if (jvmUnit(family.name()).isEmpty() || family.help().length() < 8) {
          problems.add(family.name() + ": no unit in the name, or no help");
        }
        continue;
      }
      name(family).ifPresent(problems::add);
      help(family).ifPresent(problems::add);
      labels(family, problems);
    }
    return problems;
  }

  /** The unit of a metric; empty if its name tells none. */
  static Optional<String> unit(String name) {
    String[] words = name.replaceFirst("_total$", "").split("_", -1);
    String last = words[words.length - 1];
    return COUNTED.contains(last) ? Optional.of(last) : Optional.ofNullable(UNITS.get(last));
  }

  /** The unit of one of the JVM's metrics, which may stand anywhere in its name. */
  static Optional<String> jvmUnit(String name) {
    return List.of(name.split("_", -1)).stream()
        .map(JVM_UNITS::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static Optional<String> name(MetricFamily family) {
    String name = family.name();
    if (!NAME.matcher(name).matches()) {
      return Optional.of(name + ": not emotion_monitor_ and lower-case words");
    }
    if (NOT_BASE_UNITS.stream().anyMatch(name.replaceFirst("_total$", "")::endsWith)) {
      return Optional.of(name + ": not a base unit (seconds, bytes, ratio)");
    }
    if (family.type().equals("counter") != name.endsWith("_total")) {
      return Optional.of(name + ": counters, and only they, end in _total");
    }
    if (unit(name).isEmpty()) {
      return Optional.of(name + ": ends in no unit and no thing that is counted");
    }
    return Optional.empty();
  }

  private static Optional<String> help(MetricFamily family) {
    String help = family.help();
    if (help.length() < 20 || !help.endsWith(".") || help.contains("  ")) {
      return Optional.of(family.name() + ": the help is no sentence: " + help);
    }
    String unit = unit(family.name()).orElse("");
    boolean said =
        switch (unit) {
          case "seconds", "bytes", "bits", "standard deviations", "0 to 1" ->
              help.toLowerCase(Locale.ROOT).contains(unit);
          case "0 or 1" -> help.startsWith("1 ");
          default -> true;
        };
    return said
        ? Optional.empty()
        : Optional.of(family.name() + ": the help does not say the unit, " + unit);
  }

  private static void labels(MetricFamily family, List<String> problems) {
    family
        .labels()
        .forEach(
            (label, values) -> {
              if (!LABELS.contains(label) || IDENTIFIER.matcher(label).matches()) {
                problems.add(family.name() + ": label " + label + " is not a known, bounded one");
              }
              if (!label.equals("partition") && values.size() > MAX_VALUES) {
                problems.add(
                    "%s: label %s has %d values".formatted(family.name(), label, values.size()));
              }
            });
  }
}
