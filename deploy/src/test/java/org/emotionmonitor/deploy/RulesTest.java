package org.emotionmonitor.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every alert says what it is, is tested, and leads to something to do. */
class RulesTest {

  private static final Path RULES = Path.of("prometheus", "emotion-monitor.rules.yaml");
  private static final Path TESTS = Path.of("prometheus", "emotion-monitor.rules.test.yaml");
  private static final Path DOCUMENT = Path.of("..", "docs", "operations.md");
  private static final String RUNBOOK = "docs/operations.md#";

  @Test
  void shouldExplainEveryAlertAndLeadToItsRunbook() throws IOException {
    String document = Files.readString(DOCUMENT);
    for (JsonNode alert : alerts()) {
      String name = alert.path("alert").asText();
      JsonNode annotations = alert.path("annotations");
      assertThat(alert.at("/labels/severity").asText()).as(name).isIn("page", "ticket");
      assertThat(annotations.path("summary").asText()).as(name).hasSizeGreaterThan(20);
      assertThat(annotations.path("description").asText()).as(name).endsWith(".");
      assertThat(annotations.path("runbook_url").asText())
          .isEqualTo(RUNBOOK + name.toLowerCase(Locale.ROOT));
      String section = section(document, name);
      assertThat(section)
          .as("section of %s in %s", name, DOCUMENT)
          .startsWith("`" + alert.at("/labels/severity").asText() + "`.")
          .containsPattern("Do:|Kubernetes restarts it");
    }
  }

  @Test
  void shouldHaveNoRunbookWithoutAnAlert() throws IOException {
    Set<String> names =
        alerts().stream().map(alert -> alert.path("alert").asText()).collect(Collectors.toSet());

    assertThat(
            Pattern.compile("(?m)^### (EmotionMonitor\\w+)$")
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(match -> match.group(1)))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void shouldTestEveryAlertBothWays() throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    Chart.read(TESTS)
        .path("tests")
        .forEach(test -> test.path("alert_rule_test").forEach(cases::add));
    for (JsonNode alert : alerts()) {
      String name = alert.path("alert").asText();
      List<JsonNode> own =
          cases.stream().filter(c -> c.path("alertname").asText().equals(name)).toList();
      assertThat(own).as(name + " fires").anyMatch(c -> !c.path("exp_alerts").isEmpty());
      assertThat(own).as(name + " is quiet").anyMatch(c -> c.path("exp_alerts").isEmpty());
    }
  }

  /** A runbook that sends somebody to a panel that is not there costs minutes at night. */
  @Test
  void shouldNameOnlyPanelsThatThereAre() throws IOException {
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (MatchResult match :
        Pattern.compile("dashboard \\*(\\w+)\\*, (?:panel )?\\*([^*]+)\\*(?: and \\*([^*]+)\\*)?")
            .matcher(Files.readString(DOCUMENT))
            .results()
            .toList()) {
      Path dashboard =
          Path.of("grafana", "dashboards", "emotion-monitor-" + match.group(1) + ".json");
      List<String> titles = Chart.read(dashboard).findValuesAsText("title");
      for (int group = 2; group <= 3; group++) {
        if (match.group(group) != null) {
          named++;
          if (!titles.contains(match.group(group))) {
            missing.add(match.group());
          }
        }
      }
    }

    assertThat(missing).isEmpty();
    assertThat(named).isGreaterThan(8);
  }

  private static String section(String document, String name) {
    String heading = "### " + name + "\n";
    int begin = document.indexOf(heading);
    if (begin < 0) {
      return "";
    }
    int end = document.indexOf("\n#", begin + heading.length());
    return document.substring(begin + heading.length(), end < 0 ? document.length() : end);
  }

  private static List<JsonNode> alerts() throws IOException {
    List<JsonNode> alerts = new ArrayList<>();
    for (JsonNode group : Chart.read(RULES).path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        if (rule.has("alert")) {
          alerts.add(rule);
        }
      }
    }
    assertThat(alerts).hasSizeGreaterThan(15);
    return alerts;
  }
}
