package org.emotionmonitor.app.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.emotionmonitor.app.domain.AlertSeverity;
import org.emotionmonitor.app.domain.EventKind;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.domain.Role;

/**
 * When an alert is raised and resolved.
 *
 * @param name part of the alert's id
 * @param attribute what it looks at
 * @param classes labels of the attribute; their probabilities are added up
 * @param roles whose legs it watches
 * @param queues of the calls it watches; empty for all
 * @param languages it watches: {@code en} is also {@code en-GB}; empty for all
 * @param enter probability from which a window supports the alert
 * @param exit probability below which a window breaks a streak and resolves an alert
 * @param windows supporting windows that it takes
 * @param disjoint whether only windows count that share no audio
 * @param minSpeech speech that the supporting windows must have together
 * @param gap audio without a supporting window that neither breaks a streak nor resolves an alert
 * @param cooldown audio after an alert in which the rule raises none on that leg
 * @param severity at first
 * @param escalateAfter audio after which an open alert that nobody acknowledged escalates; null:
 *     never
 * @param escalateTo severity from then on
 * @param message text with placeholders
 */
public record AlertRule(
    String name,
    EventKind attribute,
    Set<String> classes,
    Set<Role> roles,
    Set<String> queues,
    Set<String> languages,
    double enter,
    double exit,
    int windows,
    boolean disjoint,
    Duration minSpeech,
    Duration gap,
    Duration cooldown,
    AlertSeverity severity,
    Duration escalateAfter,
    AlertSeverity escalateTo,
    String message) {

  public AlertRule {
    classes = Set.copyOf(classes);
    roles = Set.copyOf(roles);
    queues = Set.copyOf(queues);
    languages = Set.copyOf(languages);
  }

  /** Whether it watches that leg. */
  public boolean watches(StartRecord leg) {
    return roles.contains(leg.role())
        && (queues.isEmpty() || queues.contains(leg.queue() == null ? "" : leg.queue()))
        && (languages.isEmpty() || speaks(leg.language()));
  }

  private boolean speaks(String tag) {
    String lower = tag == null ? "" : tag.toLowerCase(Locale.ROOT);
    return languages.stream()
        .map(language -> language.toLowerCase(Locale.ROOT))
        .anyMatch(language -> lower.equals(language) || lower.startsWith(language + "-"));
  }
}
