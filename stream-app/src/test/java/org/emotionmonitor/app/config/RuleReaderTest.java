package org.emotionmonitor.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotionmonitor.app.domain.AlertSeverity;
import org.emotionmonitor.app.domain.EventKind;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {

  @Test
  void shouldShipOneRuleThatWatchesCustomersAndEscalates() {
    List<AlertRule> rules = Config.defaults().alerts().rules();

    assertThat(rules).hasSize(1);
    AlertRule rule = rules.get(0);
    assertThat(rule.attribute()).isEqualTo(EventKind.EMOTION);
    assertThat(rule.classes()).containsExactly("unfriendly");
    assertThat(rule.roles()).containsExactly(Role.CUSTOMER);
    assertThat(rule.severity()).isEqualTo(AlertSeverity.WARNING);
    assertThat(rule.escalateTo()).isEqualTo(AlertSeverity.CRITICAL);
    assertThat(rule.escalateAfter()).isPositive();
  }

  @Test
  void shouldReadARuleFromTheCommandLine() {
    List<AlertRule> rules =
        read(
            "[{name: shouting, volume: loud, roles: [customer, unknown], enter: 0.7, windows: 5,"
                + " gapSeconds: 1.5}, {name: b, rate: [fast, slow]}]");

    assertThat(rules).extracting(AlertRule::name).containsExactly("shouting", "b");
    assertThat(rules.get(0).roles()).isEqualTo(Set.of(Role.CUSTOMER, Role.UNKNOWN));
    assertThat(rules.get(0).exit()).isEqualTo(0.5, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(rules.get(0).gap()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(rules.get(1).escalateAfter()).isNull();
  }

  @Test
  void shouldTakeAnEmptyListForNoRules() {
    assertThat(read("[]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[{emotion: sad}] | alerts.rules[0].name is missing",
        "[{name: A B, emotion: sad}] | alerts.rules[0].name = \"A B\": must be 1 to 50 of",
        "[{name: a, emotion: angry}] | alerts.rules[0].emotion = \"angry\": must be some of cheerful",
        "[{name: a, emotion: sad, rate: fast}] | alerts.rules[0]: must have exactly one of emotion",
        "[{name: a}] | alerts.rules[0]: must have exactly one of emotion, rate, volume",
        "[{name: a, emotion: sad, entre: 1}] | unknown key alerts.rules[0].entre; did you mean enter?",
        "[{name: a, emotion: sad, enter: 2}] | alerts.rules[0].enter = 2: must be a number from",
        "[{name: a, emotion: sad, enter: 0.3, exit: 0.4}] | exit = 0.4: must be at most enter",
        "[{name: a, emotion: sad, windows: 0}] | alerts.rules[0].windows = 0: must be a whole number",
        "[{name: a, emotion: sad, disjoint: maybe}] | disjoint = \"maybe\": must be true or false",
        "[{name: a, emotion: sad, roles: [boss]}] | alerts.rules[0].roles = [\"boss\"]: must be some",
        "[{name: a, emotion: sad, message: '{who}'}] | no other {} than callId",
        "[{name: a, emotion: sad, escalateSeconds: 5, severity: critical}] | above severity",
        "[{name: a, emotion: sad}, {name: a, rate: slow}] | two rules have the name \"a\"",
        "[just text] | alerts.rules[0] = \"just text\": must be a rule's keys and values",
        "just text | alerts.rules = \"just text\": must be a list of rules",
        "[{ | alerts.rules is not YAML",
      })
  void shouldNameTheRuleTheKeyAndWhatIsAllowed(String rules, String message) {
    assertThatThrownBy(() -> read(rules))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }

  private static List<AlertRule> read(String rules) {
    return Config.load(List.of(), Map.of(), List.of("alerts.rules=" + rules)).alerts().rules();
  }
}
