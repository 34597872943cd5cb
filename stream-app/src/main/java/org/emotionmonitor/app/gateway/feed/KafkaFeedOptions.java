package org.emotionmonitor.app.gateway.feed;

import java.time.Duration;
import java.util.Map;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Topics;

/**
 * Where the gateway reads from.
 *
 * @param consumer Kafka consumer settings, at least {@code bootstrap.servers}
 * @param topics names of the topics
 * @param lookBack how far back windows are read at the start
 * @param summaryLookBack how far back the states of legs are read: longer, because a call that is
 *     live now may have started long ago
 */
public record KafkaFeedOptions(
    Map<String, String> consumer, Topics topics, Duration lookBack, Duration summaryLookBack) {
  private static final Duration LONGEST_CALL = Duration.ofHours(4);

  public KafkaFeedOptions {
    consumer = Map.copyOf(consumer);
  }

  /** What the configuration says: windows of its history, calls of the last four hours. */
  public static KafkaFeedOptions of(Config config) {
    return new KafkaFeedOptions(
        config.kafka(), config.topicNames(), config.gateway().history(), LONGEST_CALL);
  }
}
