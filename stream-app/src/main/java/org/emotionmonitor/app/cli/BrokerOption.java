package org.emotionmonitor.app.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** Where the Kafka cluster is. */
final class BrokerOption {

  private static final String KEY = "kafka.bootstrap.servers=";

  @Option(
      names = {"-b", "--broker"},
      paramLabel = "HOST:PORT",
      description = "Kafka broker; short for --set kafka.bootstrap.servers=HOST:PORT.")
  private String bootstrap;

  List<String> sets() {
    return bootstrap == null ? List.of() : setting(bootstrap);
  }

  static List<String> setting(String bootstrap) {
    return List.of(KEY + bootstrap);
  }
}
