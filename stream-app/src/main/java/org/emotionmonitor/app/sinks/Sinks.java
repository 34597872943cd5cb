package org.emotionmonitor.app.sinks;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.SinksConfig;
import org.emotionmonitor.app.metrics.Health;
import org.emotionmonitor.app.metrics.SinkMetrics;

/** The sinks that are configured, each with a consumer group of its own. */
public final class Sinks implements AutoCloseable, Health {

  private final DeadLetters deadLetters;
  private final List<AlertSink> sinks = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  private Sinks(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  /** Starts them; there must be at least one. */
  public static Sinks start(Config config, SinkMetrics metrics) {
    Sinks sinks = new Sinks(new DeadLetters(config));
    for (Receiver receiver : receivers(config.sinks())) {
      sinks.add(config, receiver, metrics);
    }
    return sinks;
  }

  /** Their names, for people. */
  public List<String> names() {
    return List.copyOf(names);
  }

  private static List<Receiver> receivers(SinksConfig config) {
    List<Receiver> receivers = new ArrayList<>();
    if (config.webhook() != null) {
      receivers.add(new WebhookReceiver(config.webhook(), Clock.systemUTC()));
    }
    if (config.alertmanager() != null) {
      receivers.add(new AlertmanagerReceiver(config.alertmanager(), Clock.systemUTC()));
    }
    return receivers;
  }

  private void add(Config config, Receiver receiver, SinkMetrics metrics) {
    SinksConfig settings = config.sinks();
    Backoff backoff =
        new Backoff(settings.firstBackoff(), settings.mostBackoff(), new SecureRandom());
    Delivery delivery = new Delivery(receiver, backoff, settings.attempts(), deadLetters, metrics);
    AlertSink sink =
        new AlertSink(
            receiver.name(),
            consumer(config, receiver.name()),
            config.topicNames().alerts(),
            delivery,
            settings.lanes(),
            settings.queue());
    metrics.open(receiver.name(), sink::open);
    sinks.add(sink);
    names.add(receiver.name());
    sink.start();
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Config config, String sink) {
    Map<String, Object> settings = new HashMap<>(config.kafka());
    settings.put("group.id", config.stream().applicationId() + "-sink-" + sink);
    settings.put("enable.auto.commit", false);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    settings.put("max.poll.records", Math.min(100, config.sinks().queue()));
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public String name() {
    return "sinks";
  }

  @Override
  public boolean ready() {
    return sinks.stream().allMatch(AlertSink::ready);
  }

  @Override
  public boolean healthy() {
    return sinks.stream().allMatch(AlertSink::healthy);
  }

  @Override
  public String describe() {
    return String.join("; ", sinks.stream().map(AlertSink::describe).toList());
  }

  @Override
  public void close() {
    sinks.forEach(AlertSink::close);
    deadLetters.close();
  }
}
