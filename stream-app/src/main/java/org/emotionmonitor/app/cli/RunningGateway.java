package org.emotionmonitor.app.cli;

import org.emotionmonitor.app.gateway.GatewayService;

/**
 * A gateway that listens.
 *
 * @param service the gateway
 * @param tls whether it speaks TLS
 * @param host it is bound to
 * @param port it listens on
 */
record RunningGateway(GatewayService service, boolean tls, String host, int port)
    implements AutoCloseable {

  /** Where its page is. */
  String url() {
    String scheme = tls ? "https" : "http";
    String name = host.contains(":") ? "[" + host + "]" : host;
    return "%s://%s:%d/".formatted(scheme, name, port);
  }

  @Override
  public void close() {
    service.close();
  }
}
