package org.emotionmonitor.app.gateway.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that is assigned all partitions of the result topics, and where it began. */
final class Positions implements AutoCloseable {
  private static final Duration ASK = Duration.ofSeconds(5);
  private static final long REDISCOVER_MS = 30_000;

  private final KafkaFeedOptions options;
  private final Clock clock;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Topic> topics = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private long discoveredMs = Long.MIN_VALUE;

  Positions(KafkaFeedOptions options, Clock clock) {
    this.options = options;
    this.clock = clock;
    for (Topic topic : Topic.values()) {
      topics.put(topic.name(options.topics()), topic);
    }
    Map<String, Object> settings = new HashMap<>(options.consumer());
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        settings.getOrDefault("isolation.level", "read_committed"));
    // The topics can be made anew under a running gateway: begin at the start of what is there.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    settings.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
    settings.putIfAbsent(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    settings.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, "emotion-monitor-gateway");
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  KafkaConsumer<byte[], byte[]> consumer() {
    return consumer;
  }

  Topic topic(String name) {
    return topics.get(name);
  }

  /**
   * Assigns partitions that have appeared since; asks the broker at most every half minute once all
   * topics are there. Returns whether anything is assigned.
   */
  boolean discover() {
    long now = clock.millis();
    if (discoveredMs != Long.MIN_VALUE && now - discoveredMs < REDISCOVER_MS) {
      return !consumer.assignment().isEmpty();
    }
    var known = consumer.listTopics(ASK);
    List<TopicPartition> all = new ArrayList<>();
    boolean complete = true;
    for (String name : topics.keySet()) {
      var partitions = known.get(name);
      complete &= partitions != null;
      if (partitions != null) {
        partitions.forEach(p -> all.add(new TopicPartition(name, p.partition())));
      }
    }
    List<TopicPartition> added =
        all.stream().filter(p -> !consumer.assignment().contains(p)).toList();
    if (!added.isEmpty()) {
      begin(all, added, now);
    }
    if (complete) {
      discoveredMs = now;
    }
    return !consumer.assignment().isEmpty();
  }

  private void begin(List<TopicPartition> all, List<TopicPartition> added, long now) {
    Map<TopicPartition, Long> since = new HashMap<>();
    for (TopicPartition p : added) {
      since.put(p, Math.max(0, now - lookBack(topic(p.topic())).toMillis()));
    }
    Map<TopicPartition, Long> addedEnds = consumer.endOffsets(added, ASK);
    Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(since, ASK);
    Map<TopicPartition, Long> positions = new HashMap<>();
    for (TopicPartition p : consumer.assignment()) {
      positions.put(p, consumer.position(p, ASK));
    }
    for (TopicPartition p : added) {
      OffsetAndTimestamp start = starts.get(p);
      positions.put(p, start == null ? addedEnds.get(p) : start.offset());
    }
    all.sort(Comparator.comparing(TopicPartition::toString));
    consumer.assign(all);
    positions.forEach(consumer::seek);
    ends.putAll(addedEnds);
  }

  private Duration lookBack(Topic topic) {
    return topic == Topic.SUMMARIES || topic == Topic.AUDIT || topic == Topic.ALERTS
        ? options.summaryLookBack()
        : options.lookBack();
  }

  /** Whether everything has been read that was there when the partitions were assigned. */
  boolean caughtUp() {
    ends.entrySet().removeIf(e -> consumer.position(e.getKey(), ASK) >= e.getValue());
    return ends.isEmpty();
  }

  /** Whether there is a connection to any broker. The consumer itself never says so. */
  boolean connected() {
    return consumer.metrics().entrySet().stream()
        .filter(
            e ->
                e.getKey().name().equals("connection-count")
                    && e.getKey().group().toLowerCase(Locale.ROOT).equals("consumer-metrics"))
        .anyMatch(e -> e.getValue().metricValue() instanceof Number n && n.doubleValue() > 0);
  }

  @Override
  public void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
  }
}
