package org.emotionmonitor.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.topology.ClusterCheck;
import org.emotionmonitor.app.topology.TopicAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotion-monitor topics create | list | describe}. */
@Command(
    name = "topics",
    description = "Makes and shows the topics.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class TopicsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say which: topics create, topics list or topics describe");
  }

  @Command(name = "create", description = "Makes the topics that are missing.")
  int create(
      @Mixin CommonOptions common,
      @Mixin BrokerOption broker,
      @Option(names = "--json", description = "Prints JSON, one line per topic.") boolean json) {
    Config config = common.config(broker.sets(), List.of());
    Set<String> made = Set.copyOf(new TopicAdmin(config).createMissing());
    PrintWriter out = out();
    for (String topic : config.topicNames().all()) {
      boolean isNew = made.contains(topic);
      out.println(
          json
              ? Json.text(Map.of("topic", topic, "made", isNew))
              : "%-20s %s".formatted(topic, isNew ? "made" : "was there"));
    }
    out.flush();
    return ExitCodes.OK;
  }

  @Command(name = "list", description = "Lists the topics, and whether they exist.")
  int list(
      @Mixin CommonOptions common,
      @Mixin BrokerOption broker,
      @Option(names = "--json", description = "Prints JSON, one line per topic.") boolean json) {
    return show(
        common.config(broker.sets(), List.of()),
        json,
        t -> "%-20s %s".formatted(t.name(), state(t)));
  }

  @Command(
      name = "describe",
      description = "Shows partitions, replicas and retention of the topics.")
  int describe(
      @Mixin CommonOptions common,
      @Mixin BrokerOption broker,
      @Option(names = "--json", description = "Prints JSON, one line per topic.") boolean json) {
    return show(
        common.config(broker.sets(), List.of()),
        json,
        t -> "%-20s %s".formatted(t.name(), t.exists() ? details(t) : "missing"));
  }

  private int show(Config config, boolean json, Function<TopicInfo, String> line) {
    // Says in one line when no broker answers.
    ClusterCheck.requireTopics(config, List.of());
    try (TopicInspector inspector = new TopicInspector(config.kafka())) {
      PrintWriter out = out();
      for (TopicInfo topic : inspector.describe(config.topicNames().all())) {
        out.println(json ? Json.text(topic) : line.apply(topic));
      }
      out.flush();
    }
    return ExitCodes.OK;
  }

  private static String state(TopicInfo topic) {
    return topic.exists() ? topic.partitions() + " partitions" : "missing";
  }

  private static String details(TopicInfo topic) {
    return "%4d partitions  %d replicas  kept %-8s  %s"
        .formatted(
            topic.partitions(),
            topic.replicas(),
            Durations.text(topic.retentionMs()),
            topic.cleanup());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
