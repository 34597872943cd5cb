package org.emotionmonitor.app.gateway.feed;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the gateway reads from.
 *
 * @param consumer Kafka consumer settings, at least {@code bootstrap.servers}
 * @param topics topic names
 * @param lookBack how far back windows are read at the start
 * @param summaryLookBack how far back the states of legs are read: longer, because a call that is
 *     live now may have started long ago
 */
public record KafkaFeedOptions(
    Map<String, Object> consumer,
    Map<Topic, String> topics,
    Duration lookBack,
    Duration summaryLookBack) {

  public KafkaFeedOptions {
    consumer = Map.copyOf(consumer);
    topics = Map.copyOf(topics);
  }

  /** Ten minutes of windows and four hours of calls, topics by their default names. */
  public static KafkaFeedOptions of(Map<String, Object> consumer) {
    Map<Topic, String> topics = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      topics.put(topic, topic.defaultName());
    }
    return new KafkaFeedOptions(consumer, topics, Duration.ofMinutes(10), Duration.ofHours(4));
  }
}
