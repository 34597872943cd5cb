package org.emotionmonitor.app.cli;

import java.util.List;

/** The option {@code --port} of the commands that serve the page. */
final class PortSetting {

  private PortSetting() {}

  static List<String> of(Integer port) {
    return port == null ? List.of() : List.of("gateway.port=" + port);
  }
}
