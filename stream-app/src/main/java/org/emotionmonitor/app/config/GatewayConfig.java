package org.emotionmonitor.app.config;

import java.time.Duration;

/**
 * The public port: pages, REST, WebSocket.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param batch interval of the pushes to a client
 * @param maxClients WebSocket connections at once
 * @param clientQueue events that may wait for one client
 * @param history how far back the timeline reaches
 */
public record GatewayConfig(
    String host, int port, Duration batch, int maxClients, int clientQueue, Duration history) {}
