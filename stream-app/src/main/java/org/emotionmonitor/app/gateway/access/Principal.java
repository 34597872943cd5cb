package org.emotionmonitor.app.gateway.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who makes a request.
 *
 * @param subject name for the records, or null if tokens are not asked for
 * @param roles what they may do
 * @param agentId whose calls an agent sees, or null
 * @param expiresAt when the token ends, or null if there is none
 */
public record Principal(String subject, Set<AccessRole> roles, String agentId, Instant expiresAt) {

  /** Anybody on this machine, when no keys are configured. */
  public static final Principal LOCAL =
      new Principal(null, EnumSet.allOf(AccessRole.class), null, null);

  public Principal {
    roles = Set.copyOf(roles);
  }

  /** Who is written down for what they do. */
  public String name() {
    return subject == null ? "local" : subject;
  }

  /** Whether they see all calls. */
  public boolean seesAll() {
    return is(AccessRole.SUPERVISOR);
  }

  /** Whether they see any calls. */
  public boolean watches() {
    return seesAll() || (roles.contains(AccessRole.AGENT) && agentId != null);
  }

  /** Whether they may bring audio. */
  public boolean ingests() {
    return is(AccessRole.INGEST);
  }

  /** Whether they may acknowledge alerts. */
  public boolean acknowledges() {
    return is(AccessRole.SUPERVISOR);
  }

  /** Whether they may erase calls. */
  public boolean erases() {
    return roles.contains(AccessRole.ADMIN);
  }

  /** Whether their token has ended. */
  public boolean expired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  private boolean is(AccessRole role) {
    return roles.contains(role) || roles.contains(AccessRole.ADMIN);
  }
}
