package org.emotionmonitor.app.cli;

import org.emotionmonitor.app.gateway.GatewayService;

/**
 * A gateway that listens.
 *
 * @param service the gateway
 * @param host it is bound to
 * @param port it listens on
 */
record RunningGateway(GatewayService service, String host, int port) implements AutoCloseable {

  /** Where its page is. */
  String url() {
    return "http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, port);
  }

  @Override
  public void close() {
    service.close();
  }
}
