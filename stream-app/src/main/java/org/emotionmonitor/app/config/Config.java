package org.emotionmonitor.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.domain.Topics;

/**
 * The whole configuration, checked.
 *
 * @param kafka settings that every Kafka client gets as they stand
 * @param topics names and retention of the topics
 * @param stream the topology
 * @param scoring the model
 * @param speech what counts as speech
 * @param policy who may be analysed
 * @param alerts what is alerted on
 * @param summaries how often a live leg's summary is published
 * @param sinks where alerts are sent
 * @param gateway the public port
 * @param management the operators' port
 * @param logging levels
 */
public record Config(
    Map<String, String> kafka,
    TopicsConfig topics,
    StreamConfig stream,
    ScoringConfig scoring,
    SpeechConfig speech,
    PolicyConfig policy,
    AlertsConfig alerts,
    SummariesConfig summaries,
    SinksConfig sinks,
    GatewayConfig gateway,
    ManagementConfig management,
    LoggingConfig logging) {

  public Config {
    kafka = Map.copyOf(kafka);
  }

  /**
   * The defaults, overridden by {@code files} in order, then by {@code EMOTION_MONITOR_*} variables
   * of {@code env}, then by {@code sets} ({@code key=value}).
   *
   * @throws ConfigException on an unknown key, a bad value, or a file that cannot be read
   */
  public static Config load(List<Path> files, Map<String, String> env, List<String> sets) {
    Settings settings = Settings.defaults();
    for (Path file : files) {
      settings.overrideByFile(file);
    }
    settings.overrideByEnvironment(env);
    for (String set : sets) {
      settings.overrideBySet(set);
    }
    return ConfigReader.read(settings);
  }

  /** The defaults as shipped. */
  public static Config defaults() {
    return load(List.of(), Map.of(), List.of());
  }

  /** The topics' names. */
  public Topics topicNames() {
    return new Topics(topics.prefix());
  }

  /** Where the Kafka clients look for the cluster first. */
  public String bootstrapServers() {
    return kafka.get("bootstrap.servers");
  }
}
