package org.emotionmonitor.app.gateway.view;

import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.board.Call;
import org.emotionmonitor.app.gateway.board.Leg;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.core.domain.Role;

/**
 * What somebody may see of the board: supervisors everything, agents the customer's legs of their
 * own calls, nobody else anything.
 */
public final class Viewer {
  private final boolean all;
  private final String agentId;

  public Viewer(Principal principal) {
    this.all = principal.seesAll();
    this.agentId = principal.watches() ? principal.agentId() : null;
  }

  /** Whether they see everything. */
  public boolean seesAll() {
    return all;
  }

  /** Whose calls they see, if not all. */
  public String agentId() {
    return agentId;
  }

  public boolean sees(Call call) {
    return all || call.isOf(agentId);
  }

  /** Whether they see {@code leg} of a call that they see. */
  public boolean sees(Leg leg) {
    return seesRole(leg.role());
  }

  /** Whether they see the legs of {@code role} in a call that they see. */
  public boolean seesRole(String role) {
    return all || Role.CUSTOMER.label().equals(role);
  }

  public boolean sees(Update.Alert alert) {
    return all || (agentId != null && agentId.equals(alert.agentId()) && seesRole(alert.role()));
  }
}
