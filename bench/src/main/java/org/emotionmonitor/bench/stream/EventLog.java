package org.emotionmonitor.bench.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.emotionmonitor.app.domain.Json;

/** Reads the emotion events as a read_committed consumer, on a thread of its own. */
final class EventLog implements AutoCloseable {

  /**
   * An event.
   *
   * @param atMs when it was read, on the clock of this machine
   * @param endToEndMs from the sending of the chunk that completed the window
   */
  record Seen(long atMs, String leg, long endMs, long endToEndMs, JsonNode value) {

    /** When the chunk that completed the window was sent. */
    long sentMs() {
      return atMs - endToEndMs;
    }
  }

  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread reader = new Thread(this::read, "events");
  private final List<Seen> seen = new ArrayList<>();

  EventLog(String bootstrap, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "isolation.level",
                "read_committed",
                "fetch.max.wait.ms",
                20),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    reader.start();
  }

  private void read() {
    try {
      while (true) {
        for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofMillis(100))) {
          add(event);
        }
      }
    } catch (WakeupException e) {
      consumer.close();
    } catch (IOException e) {
      throw new IllegalStateException("an event is no JSON", e);
    }
  }

  private synchronized void add(ConsumerRecord<String, byte[]> event) throws IOException {
    JsonNode value = Json.mapper().readTree(event.value());
    long now = System.currentTimeMillis();
    long captured = Instant.parse(value.path("capturedAt").asText()).toEpochMilli();
    long endMs = value.path("window").path("endMs").asLong();
    seen.add(new Seen(now, event.key(), endMs, now - captured, value));
    notifyAll();
  }

  /** What has been read so far. */
  synchronized List<Seen> seen() {
    return List.copyOf(seen);
  }

  /** Times each window was published, by leg and end. */
  Map<String, Map<Long, Integer>> counts() {
    Map<String, Map<Long, Integer>> counts = new HashMap<>();
    for (Seen event : seen()) {
      counts
          .computeIfAbsent(event.leg(), key -> new TreeMap<>())
          .merge(event.endMs(), 1, Integer::sum);
    }
    return counts;
  }

  /** Writes when each event was read, to look into gaps. */
  void write(Path csv) throws IOException {
    List<String> lines = new ArrayList<>(List.of("read_at_ms,leg,window_end_ms"));
    seen().forEach(e -> lines.add("%d,%s,%d".formatted(e.atMs(), e.leg(), e.endMs())));
    Files.write(csv, lines);
  }

  /** Waits until no event has come for {@code quiet}. */
  synchronized void awaitQuiet(Duration quiet) throws InterruptedException {
    int before = -1;
    long end = 0;
    while (true) {
      long now = System.nanoTime();
      if (seen.size() != before) {
        before = seen.size();
        end = now + quiet.toNanos();
      } else if (now >= end) {
        return;
      }
      wait(Math.max(1, (end - now) / 1_000_000));
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
