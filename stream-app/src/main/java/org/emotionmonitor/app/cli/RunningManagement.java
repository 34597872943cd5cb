package org.emotionmonitor.app.cli;

import org.emotionmonitor.app.metrics.ManagementServer;

/**
 * The operators' port.
 *
 * @param server null if there is none
 * @param host it is bound to
 * @param port it listens on
 */
record RunningManagement(ManagementServer server, String host, int port) implements AutoCloseable {

  static final RunningManagement NONE = new RunningManagement(null, null, 0);

  /** For people. */
  String describe() {
    return server == null
        ? "no management port"
        : "management at http://%s:%d/ready".formatted(host, port);
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
