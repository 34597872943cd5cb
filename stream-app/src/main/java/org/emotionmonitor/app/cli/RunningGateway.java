package org.emotionmonitor.app.cli;

import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.app.metrics.Health;

/**
 * A gateway that listens.
 *
 * @param service the gateway
 * @param host it is bound to
 * @param port it listens on
 */
record RunningGateway(GatewayService service, String host, int port)
    implements AutoCloseable, Health {

  /** Where its page is. */
  String url() {
    return "http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, port);
  }

  @Override
  public boolean healthy() {
    return true;
  }

  @Override
  public boolean ready() {
    return service.source() == Feed.State.LIVE;
  }

  @Override
  public String describe() {
    return "gateway %s, %d clients".formatted(service.source(), service.clients());
  }

  @Override
  public void close() {
    service.close();
  }
}
