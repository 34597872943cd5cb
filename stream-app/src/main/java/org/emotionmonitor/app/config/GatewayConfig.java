package org.emotionmonitor.app.config;

import java.time.Duration;
import java.util.Set;

/**
 * The public port: pages, REST, WebSocket.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param managementPort operators' port of a gateway that runs as a process of its own
 * @param token what clients must present; null for none, which only a loopback host may have
 * @param allowedOrigins origins of pages, besides the gateway's own, that may open a WebSocket
 * @param batch interval of the pushes to a client
 * @param maxClients WebSocket connections at once
 * @param clientQueue events that may wait for one client
 * @param history how far back the timeline reaches
 */
public record GatewayConfig(
    String host,
    int port,
    int managementPort,
    String token,
    Set<String> allowedOrigins,
    Duration batch,
    int maxClients,
    int clientQueue,
    Duration history) {

  public GatewayConfig {
    allowedOrigins = Set.copyOf(allowedOrigins);
  }

  /** Without the token, so that it ends in no log. */
  @Override
  public String toString() {
    return "GatewayConfig[%s:%d, %s]".formatted(host, port, token == null ? "no token" : "token");
  }
}
