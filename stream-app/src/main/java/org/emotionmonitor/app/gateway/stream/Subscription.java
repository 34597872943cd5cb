package org.emotionmonitor.app.gateway.stream;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.emotionmonitor.app.gateway.board.Call;
import org.emotionmonitor.app.gateway.board.Leg;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.view.Viewer;

/**
 * What a client wants to hear of; all conditions must hold. It hears nothing that it may not see.
 *
 * @param calls call ids; empty for all
 * @param agents of the calls; empty for all
 * @param queues of the calls; empty for all
 * @param kinds of changes; that a call is gone is always told
 * @param resume where an earlier connection ended, or null
 */
record Subscription(
    Set<String> calls,
    Set<String> agents,
    Set<String> queues,
    Set<Change.Kind> kinds,
    Position resume) {

  Subscription {
    calls = Set.copyOf(calls);
    agents = Set.copyOf(agents);
    queues = Set.copyOf(queues);
    kinds = Set.copyOf(kinds);
  }

  /**
   * The last change that a client has seen.
   *
   * @param epoch which run of which gateway counted
   */
  record Position(String epoch, long seq) {}

  /** Everything. */
  static Subscription all() {
    return new Subscription(Set.of(), Set.of(), Set.of(), EnumSet.allOf(Change.Kind.class), null);
  }

  /** Whether nothing is left out. */
  boolean isAll() {
    return calls.isEmpty()
        && agents.isEmpty()
        && queues.isEmpty()
        && kinds.size() == Change.Kind.values().length;
  }

  boolean matches(Change change, Viewer viewer) {
    Change.Scope scope = change.scope();
    return (change.kind() == Change.Kind.GONE || kinds.contains(change.kind()))
        && matches(change.callId(), scope.agents(), scope.queues())
        && (viewer.seesAll()
            || (viewer.agentId() != null
                && scope.agents().contains(viewer.agentId())
                && (scope.role() == null || viewer.seesRole(scope.role()))));
  }

  boolean matches(Call call, Viewer viewer) {
    Change.Scope scope = scope(call, null);
    return viewer.sees(call) && matches(call.id(), scope.agents(), scope.queues());
  }

  boolean matches(Update.Alert alert, Viewer viewer) {
    Change.Scope scope = scope(alert);
    return kinds.contains(Change.Kind.ALERT)
        && viewer.sees(alert)
        && matches(alert.callId(), scope.agents(), scope.queues());
  }

  private boolean matches(String callId, Set<String> ofAgents, Set<String> ofQueues) {
    return (calls.isEmpty() || calls.contains(callId))
        && (agents.isEmpty() || !Collections.disjoint(agents, ofAgents))
        && (queues.isEmpty() || !Collections.disjoint(queues, ofQueues));
  }

  static Change.Scope scope(Call call, String role) {
    Set<String> agents = new LinkedHashSet<>();
    Set<String> queues = new LinkedHashSet<>();
    for (Leg leg : call.legs()) {
      add(agents, leg.agentId());
      add(queues, leg.queue());
    }
    return new Change.Scope(role, agents, queues);
  }

  static Change.Scope scope(Update.Alert alert) {
    Set<String> agents = new LinkedHashSet<>();
    Set<String> queues = new LinkedHashSet<>();
    add(agents, alert.agentId());
    add(queues, alert.queue());
    return new Change.Scope(alert.role(), agents, queues);
  }

  private static void add(Set<String> to, String value) {
    if (value != null) {
      to.add(value);
    }
  }
}
