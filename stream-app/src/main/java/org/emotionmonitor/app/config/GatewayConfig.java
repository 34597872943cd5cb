package org.emotionmonitor.app.config;

import java.time.Duration;
import java.util.Set;

/**
 * The public port: pages, REST, WebSocket.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param managementPort operators' port of a gateway that runs as a process of its own
 * @param auth whose tokens are taken
 * @param tls the certificate
 * @param allowedOrigins origins of pages, besides the gateway's own, that may open a WebSocket
 * @param frameAncestors origins of pages that may show the agent console in a frame
 * @param audioHook whose signed handshakes are taken
 * @param batch interval of the pushes to a client
 * @param maxClients WebSocket connections at once
 * @param clientQueue events that may wait for one client
 * @param history how far back the timeline reaches
 */
public record GatewayConfig(
    String host,
    int port,
    int managementPort,
    AuthConfig auth,
    TlsConfig tls,
    Set<String> allowedOrigins,
    Set<String> frameAncestors,
    AudioHookConfig audioHook,
    Duration batch,
    int maxClients,
    int clientQueue,
    Duration history) {

  public GatewayConfig {
    allowedOrigins = Set.copyOf(allowedOrigins);
    frameAncestors = Set.copyOf(frameAncestors);
  }
}
