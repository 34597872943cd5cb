package org.emotionmonitor.app.domain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;

/**
 * An alert as it is now: what a rule found on a leg. Each change is published whole, under the same
 * key.
 *
 * @param alertId key of its records: {@code callId/legId/startedAtMillis/rule/startMs}
 * @param rule the rule's name
 * @param severity the rule's, or the higher one after it escalated
 * @param audioKey key of the leg's audio records, which its actions are partitioned by; null if
 *     that is the leg's own key
 * @param attribute what the rule looks at
 * @param label the rule's class that was the most probable over the supporting windows
 * @param startsAt capture time at which it was raised
 * @param endsAt capture time at which it was resolved; null while it is open
 * @param startMs begin of the first supporting window, in ms of the leg's audio
 * @param endMs end of the latest supporting window, in ms of the leg's audio
 * @param speechMs speech within the supporting windows; what they share counts once
 * @param probability mean of the rule's classes over the supporting windows
 * @param peak highest of them
 * @param windowCount supporting windows
 * @param windows the supporting windows, oldest first; of long alerts, the first and latest ones
 * @param message for people
 * @param escalated whether it was open for the rule's {@code escalateSeconds}
 * @param acknowledged null until somebody does
 * @param resolvedBecause null while it is open
 */
public record Alert(
    String alertId,
    String rule,
    AlertSeverity severity,
    AlertState state,
    String callId,
    String legId,
    String audioKey,
    Role role,
    String agentId,
    String queue,
    String language,
    EventKind attribute,
    String label,
    Instant startsAt,
    Instant endsAt,
    long startMs,
    long endMs,
    long speechMs,
    double probability,
    double peak,
    int windowCount,
    List<AlertWindow> windows,
    String message,
    boolean escalated,
    Acknowledgement acknowledged,
    ResolvedBecause resolvedBecause,
    ModelRef model) {

  public Alert {
    windows = List.copyOf(windows);
  }

  /** The leg it is about. */
  @JsonIgnore
  public LegKey leg() {
    return new LegKey(callId, legId);
  }
}
