package org.emotionmonitor.app.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.Topics;

/** Writes what a busy stream writes: live calls, their windows, and alerts that come and go. */
final class LiveTopics implements AutoCloseable {
  static final int CALLS = 8;
  private static final int ALERTS_A_SECOND = 25;

  private final Topics topics;
  private final KafkaProducer<String, byte[]> producer;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, String> alerts = new TreeMap<>();
  private final Map<String, Long> newestWindows = new TreeMap<>();
  private final Future<?> writing;
  private int step;

  /** Begins to write. */
  LiveTopics(Config config) {
    topics = config.topicNames();
    producer =
        new KafkaProducer<>(
            Map.copyOf(config.kafka()), new StringSerializer(), new ByteArraySerializer());
    for (int i = 0; i < CALLS; i++) {
      send(topics.summaries(), leg(i), Json.bytes(Records.summary(call(i), false)));
    }
    writing =
        clock.scheduleAtFixedRate(this::write, 0, 1000 / ALERTS_A_SECOND, TimeUnit.MILLISECONDS);
  }

  /** Alert id to its last state, of all that is written for sure. */
  synchronized Map<String, String> alerts() {
    return new TreeMap<>(alerts);
  }

  /** Call id to the end of its newest window, in ms. */
  synchronized Map<String, Long> newestWindows() {
    return new TreeMap<>(newestWindows);
  }

  /** Writes nothing more; returns when all is written. */
  void stop() throws Exception {
    writing.cancel(false);
    clock.shutdown();
    if (!clock.awaitTermination(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the broker has not taken the records within 60 s");
    }
  }

  /** A new alert, a window, and the end of an alert that is two steps old. */
  private void write() {
    int call = step % CALLS;
    alert(step, "firing");
    if (step >= 2 && step % 3 == 0) {
      alert(step - 2, "resolved");
    }
    long endMs = 1000L * (1 + step / CALLS);
    send(topics.emotion(), leg(call), Json.bytes(Records.emotion(call(call), endMs)));
    send(topics.rate(), leg(call), Json.bytes(Records.rate(call(call), endMs)));
    send(topics.volume(), leg(call), Json.bytes(Records.volume(call(call), endMs)));
    synchronized (this) {
      newestWindows.put(call(call), endMs);
    }
    step++;
  }

  private void alert(int of, String state) {
    String id = "%s/1/unfriendly/%d".formatted(leg(of % CALLS), of);
    String json =
        "{\"alertId\":\"%s\",\"state\":\"%s\",\"callId\":\"%s\",\"legId\":\"customer\",\"role\":\"customer\"}"
            .formatted(id, state, call(of % CALLS));
    send(topics.alerts(), id, json.getBytes(UTF_8));
    synchronized (this) {
      alerts.put(id, state);
    }
  }

  private void send(String topic, String key, byte[] value) {
    try {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (Exception e) {
      throw new IllegalStateException(topic + " takes nothing", e);
    }
  }

  private static String call(int i) {
    return "call-" + i;
  }

  private static String leg(int i) {
    return call(i) + "/customer";
  }

  @Override
  public void close() {
    clock.shutdownNow();
    producer.close();
  }
}
