package org.emotionmonitor.app.gateway.stream;

import java.util.Set;

/**
 * Which calls a client wants to see.
 *
 * @param all every call; {@code callIds} is then empty
 */
record Subscription(boolean all, Set<String> callIds) {

  Subscription {
    callIds = Set.copyOf(callIds);
  }

  boolean matches(String callId) {
    return all || callIds.contains(callId);
  }
}
