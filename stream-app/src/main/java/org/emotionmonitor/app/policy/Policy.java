package org.emotionmonitor.app.policy;

import java.time.Instant;
import org.emotionmonitor.app.config.PolicyConfig;
import org.emotionmonitor.app.domain.AuditRecord;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.app.domain.StartRecord;

/** Decides before any audio is decoded whether a leg may be analysed. */
public final class Policy {

  private final PolicyConfig config;

  public Policy(PolicyConfig config) {
    this.config = config;
  }

  /** What happens to the leg, as the record for the audit. */
  public AuditRecord decide(StartRecord start, Instant at) {
    Decision decision = config.roles().get(start.role());
    String reason = "policy.roles.%s = %s".formatted(start.role().label(), decision.label());
    return new AuditRecord(
        start.callId(),
        start.legId(),
        start.role(),
        start.consent(),
        decision,
        reason,
        config.profile(),
        null,
        at,
        start.agentId(),
        start.queue());
  }
}
