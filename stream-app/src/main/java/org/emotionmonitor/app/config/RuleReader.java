package org.emotionmonitor.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.emotionmonitor.app.domain.AlertSeverity;
import org.emotionmonitor.app.domain.EventKind;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Role;
import org.emotionmonitor.core.domain.Volume;

/** Reads {@code alerts.rules}: a list, of any length. */
final class RuleReader {

  /** What {@link AlertRule#message()} may hold in braces. */
  static final List<String> PLACEHOLDERS =
      List.of(
          "callId", "legId", "role", "queue", "language", "label", "speech", "probability", "rule");

  private static final String KEY = "alerts.rules";
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
  private static final double LONGEST_SECONDS = 3_600;
  private static final int MOST_WINDOWS = 100;

  private RuleReader() {}

  /** The rules in {@code text}, which is the list as YAML or JSON; a blank text has none. */
  static List<AlertRule> read(String text) {
    List<AlertRule> rules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int index = 0;
    for (JsonNode node : list(text)) {
      AlertRule rule = rule(new RuleNode("%s[%d]".formatted(KEY, index++), node));
      if (!names.add(rule.name())) {
        throw new ConfigException(
            "%s: two rules have the name \"%s\"; names must differ".formatted(KEY, rule.name()));
      }
      rules.add(rule);
    }
    return List.copyOf(rules);
  }

  private static JsonNode list(String text) {
    try {
      JsonNode list = YAML.readTree(text);
      if (list.isArray() || list.isMissingNode() || list.isNull()) {
        return list;
      }
    } catch (JsonProcessingException e) {
      throw new ConfigException("%s is not YAML: %s".formatted(KEY, e.getOriginalMessage()), e);
    }
    throw ConfigException.bad(KEY, text, "a list of rules; [] for none");
  }

  private static AlertRule rule(RuleNode in) {
    String name = in.text("name", null);
    if (!NAME.matcher(name).matches()) {
      throw in.bad("name", "1 to 50 of a to z, 0 to 9 and \"-\"");
    }
    EventKind attribute = attribute(in);
    double enter = in.decimal("enter", 0.01, 1, 0.6);
    double exit = in.decimal("exit", 0, 1, Math.max(0, enter - 0.2));
    AlertSeverity severity = severity(in, "severity", AlertSeverity.WARNING);
    double escalate = in.decimal("escalateSeconds", 0, LONGEST_SECONDS, 0);
    AlertSeverity escalateTo = severity(in, "escalateTo", AlertSeverity.CRITICAL);
    AlertRule rule =
        new AlertRule(
            name,
            attribute,
            classes(in, attribute),
            roles(in),
            in.words("queues"),
            in.words("languages"),
            enter,
            exit,
            in.integer("windows", 1, MOST_WINDOWS, 3),
            in.flag("disjoint"),
            seconds(in, "minSpeechSeconds", 0),
            seconds(in, "gapSeconds", 5),
            seconds(in, "cooldownSeconds", 30),
            severity,
            escalate == 0 ? null : millis(escalate),
            escalateTo,
            message(in));
    in.requireNothingElse();
    if (exit > enter) {
      throw in.bad("exit", "at most enter, which is " + enter);
    }
    if (rule.escalateAfter() != null && escalateTo.compareTo(severity) <= 0) {
      throw in.bad("escalateTo", "above severity, which is " + severity.label());
    }
    return rule;
  }

  private static EventKind attribute(RuleNode in) {
    List<EventKind> given = new ArrayList<>();
    for (EventKind kind : EventKind.values()) {
      if (in.has(kind.label())) {
        given.add(kind);
      }
    }
    if (given.size() != 1) {
      throw in.wrong("must have exactly one of emotion, rate, volume");
    }
    return given.get(0);
  }

  private static Set<String> classes(RuleNode in, EventKind attribute) {
    List<String> allowed =
        switch (attribute) {
          case EMOTION -> Labelled.labels(Emotion.class);
          case RATE -> Labelled.labels(Rate.class);
          case VOLUME -> Labelled.labels(Volume.class);
        };
    Set<String> classes = in.words(attribute.label());
    if (classes.isEmpty() || !allowed.containsAll(classes)) {
      throw in.bad(attribute.label(), "some of " + String.join(", ", allowed));
    }
    return classes;
  }

  private static Set<Role> roles(RuleNode in) {
    List<String> allowed = Labelled.labels(Role.class);
    Set<String> roles = in.words("roles");
    if (!allowed.containsAll(roles)) {
      throw in.bad("roles", "some of " + String.join(", ", allowed));
    }
    return roles.isEmpty()
        ? Set.of(Role.CUSTOMER)
        : roles.stream().map(role -> Labelled.parse(Role.class, role)).collect(Collectors.toSet());
  }

  private static AlertSeverity severity(RuleNode in, String key, AlertSeverity otherwise) {
    String label = in.text(key, otherwise.label());
    if (!Labelled.labels(AlertSeverity.class).contains(label)) {
      throw in.bad(key, "one of " + String.join(", ", Labelled.labels(AlertSeverity.class)));
    }
    return Labelled.parse(AlertSeverity.class, label);
  }

  private static String message(RuleNode in) {
    String message =
        in.text("message", "{role} of call {callId}: expressed {label} for {speech} s");
    Matcher matcher = PLACEHOLDER.matcher(message);
    while (matcher.find()) {
      if (!PLACEHOLDERS.contains(matcher.group(1))) {
        throw in.bad("message", "a text with no other {} than " + String.join(", ", PLACEHOLDERS));
      }
    }
    return message;
  }

  private static Duration seconds(RuleNode in, String key, double otherwise) {
    return millis(in.decimal(key, 0, LONGEST_SECONDS, otherwise));
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }
}
