package org.emotionmonitor.app.policy;

import java.time.Instant;
import org.emotionmonitor.app.config.PolicyConfig;
import org.emotionmonitor.app.domain.AuditRecord;
import org.emotionmonitor.app.domain.Consent;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.domain.Role;

/**
 * Decides before any audio is decoded whether a leg may be analysed: its role must allow it, and
 * its party must not have said no.
 */
public final class Policy {

  private final PolicyConfig config;

  public Policy(PolicyConfig config) {
    this.config = config;
  }

  /** Whether a party's consent matters: if the role may not be analysed, it does not. */
  public boolean asksForConsent(StartRecord start) {
    return config.roles().get(start.role()) == Decision.ANALYSE;
  }

  /** What happens to a leg that begins, as the record for the audit. */
  public AuditRecord decide(StartRecord start, Instant at) {
    return decide(start, start.consent(), at);
  }

  /** What happens to a leg from here on, as its party has said {@code consent}. */
  public AuditRecord decide(StartRecord start, Consent consent, Instant at) {
    Decision byRole = config.roles().get(start.role());
    Decision byConsent = byConsent(consent);
    boolean analyse = byRole == Decision.ANALYSE && byConsent == Decision.ANALYSE;
    return new AuditRecord(
        start.callId(),
        start.legId(),
        start.role(),
        consent,
        analyse ? Decision.ANALYSE : Decision.DROP,
        reason(start.role(), byRole, consent, byConsent),
        config.profile(),
        config.lawfulBasis(),
        at,
        start.agentId(),
        start.queue());
  }

  private Decision byConsent(Consent consent) {
    return switch (consent) {
      case GRANTED -> Decision.ANALYSE;
      case DENIED -> Decision.DROP;
      case UNKNOWN -> config.consentUnknown();
    };
  }

  private static String reason(Role role, Decision byRole, Consent consent, Decision byConsent) {
    if (byRole == Decision.DROP) {
      return "policy.roles.%s = %s".formatted(role.label(), byRole.label());
    }
    return switch (consent) {
      case GRANTED -> "consent granted";
      case DENIED -> "consent denied";
      case UNKNOWN -> "policy.consentUnknown = " + byConsent.label();
    };
  }
}
