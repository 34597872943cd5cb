package org.emotionmonitor.app.topology;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.CallIsLiveException;
import org.emotionmonitor.app.domain.Erased;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.LegState;

/**
 * Erases a call: writes a tombstone for each of its keys in the compacted topics, to the partition
 * that has the key, and a record to the audit, in one transaction. Thread-safe; each call takes as
 * long as reading the two topics.
 */
public final class Erasure {

  private static final Duration POLL = Duration.ofMillis(200);

  /** A call's totals follow the end of its last leg by a commit of another task. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private final Config config;
  private final Duration patience;

  /** A key, where it is. */
  private record Place(TopicPartition partition, String key) {}

  /**
   * @param patience how long reading the topics may take
   */
  public Erasure(Config config, Duration patience) {
    this.config = config;
    this.patience = patience;
  }

  /**
   * Erases what is kept of a call.
   *
   * @param by who asked for it, for the audit
   * @return what was deleted; nothing if the call is not known
   * @throws IllegalArgumentException if that is no call id
   * @throws CallIsLiveException if a leg of the call is live
   * @throws AppException if the cluster does not answer in time; nothing is deleted then
   */
  public Erased erase(String callId, String by) {
    if (callId.isBlank() || callId.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "\"%s\" is no call id: it must have no slash, and not be blank".formatted(callId));
    }
    Instant limit = Instant.now().plus(patience);
    List<String> topics = List.of(config.topicNames().summaries(), config.topicNames().alerts());
    ClusterCheck.requireTopics(config, List.of(topics.get(0), topics.get(1), audit()));
    try {
      Set<Place> places = new LinkedHashSet<>();
      for (String topic : topics) {
        places.addAll(find(topic, callId, limit));
      }
      Erased erased = new Erased(callId, by, Clock.systemUTC().instant(), counts(topics, places));
      write(places, erased);
      return erased;
    } catch (KafkaException e) {
      throw new AppException(
          "call %s was not erased: %s; try again".formatted(callId, e.getMessage()), e);
    }
  }

  private static Map<String, Integer> counts(List<String> topics, Set<Place> places) {
    Map<String, Integer> counts = new TreeMap<>();
    topics.forEach(topic -> counts.put(topic, 0));
    places.forEach(place -> counts.merge(place.partition().topic(), 1, Integer::sum));
    return counts;
  }

  /** The call's keys that have a value; those of its legs and alerts begin with its id. */
  private Set<Place> find(String topic, String callId, Instant limit) {
    Map<Place, ConsumerRecord<String, byte[]>> latest = new LinkedHashMap<>();
    Map<String, Object> settings = new HashMap<>(config.kafka());
    settings.put("isolation.level", "read_committed");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        if (Instant.now().isAfter(limit)) {
          throw new KafkaException(topic + " was not read in " + patience.toSeconds() + " s");
        }
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          String key = record.key();
          if (key != null && (key.equals(callId) || key.startsWith(callId + "/"))) {
            latest.put(new Place(new TopicPartition(topic, record.partition()), key), record);
          }
        }
      }
    }
    latest.values().removeIf(record -> record.value() == null);
    if (topic.equals(config.topicNames().summaries())) {
      latest.values().forEach(record -> requireEnded(callId, record));
    }
    return latest.keySet();
  }

  private static void requireEnded(String callId, ConsumerRecord<String, byte[]> summary) {
    String state = Json.read(summary.value(), JsonNode.class).path("state").asText();
    if (!LegState.LIVE.label().equals(state)) {
      return;
    }
    if (!summary.key().equals(callId)) {
      throw new CallIsLiveException(
          "leg %s is live; end it, or withdraw its consent and end it, and erase the call then"
              .formatted(summary.key()));
    }
    Instant written = Instant.ofEpochMilli(summary.timestamp());
    if (written.isAfter(Instant.now().minus(SETTLED))) {
      throw new CallIsLiveException(
          "call %s is live, or its totals are still being written; try again in a minute"
              .formatted(callId));
    }
  }

  private void write(Set<Place> places, Erased erased) {
    Map<String, Object> settings = new HashMap<>(config.kafka());
    settings.put("transactional.id", config.stream().applicationId() + "-erase-" + erased.callId());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      // A send that fails makes the commit fail, which says why.
      for (Place place : places) {
        var unused =
            producer.send(
                new ProducerRecord<>(
                    place.partition().topic(), place.partition().partition(), place.key(), null));
      }
      var unused =
          producer.send(
              new ProducerRecord<>(
                  audit(), null, erased.at().toEpochMilli(), erased.callId(), Json.bytes(erased)));
      producer.commitTransaction();
    }
  }

  private String audit() {
    return config.topicNames().audit();
  }
}
