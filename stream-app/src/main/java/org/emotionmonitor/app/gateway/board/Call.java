package org.emotionmonitor.app.gateway.board;

import java.util.Collection;
import java.util.Collections;
import java.util.TreeMap;
import org.emotionmonitor.core.domain.LegKey;

/** One conversation: its legs, in the order of their ids. */
public final class Call {
  private final String id;
  private final TreeMap<String, Leg> legs = new TreeMap<>();
  private String totals;

  Call(String id) {
    this.id = id;
  }

  Leg leg(LegKey key) {
    return legs.computeIfAbsent(key.legId(), ignored -> new Leg(key));
  }

  void totals(String json) {
    totals = json;
  }

  /** What can be told of the parties together, as a JSON object; null if nothing. */
  public String totals() {
    return totals;
  }

  /** Whether {@code agentId} is the agent of any of its legs. */
  public boolean isOf(String agentId) {
    return agentId != null && legs.values().stream().anyMatch(l -> agentId.equals(l.agentId()));
  }

  public String id() {
    return id;
  }

  public Collection<Leg> legs() {
    return Collections.unmodifiableCollection(legs.values());
  }

  /**
   * Whether the call is over: each leg that can say so has ended. A leg that policy dropped may
   * never say anything more, so it does not hold a call open.
   */
  public boolean ended() {
    boolean any = false;
    for (Leg leg : legs.values()) {
      if (!leg.ended() && !leg.dropped()) {
        return false;
      }
      any |= leg.ended();
    }
    return any;
  }

  /** Time of the newest record about this call, epoch milliseconds. */
  public long lastSeenMs() {
    return legs.values().stream().mapToLong(Leg::lastSeenMs).max().orElse(0);
  }
}
