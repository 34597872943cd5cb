package org.emotionmonitor.app.sinks;

import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.metrics.SinkMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one record to the receiver, with as many tries as it needs, or to the dead letters. */
final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final Receiver receiver;
  private final Backoff backoff;
  private final int attempts;
  private final DeadLetters deadLetters;
  private final SinkMetrics metrics;

  Delivery(
      Receiver receiver,
      Backoff backoff,
      int attempts,
      DeadLetters deadLetters,
      SinkMetrics metrics) {
    this.receiver = receiver;
    this.backoff = backoff;
    this.attempts = attempts;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  /** Returns when the record has been delivered or is a dead letter. */
  void run(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    Alert alert;
    try {
      alert = Json.read(record.value(), Alert.class);
    } catch (UncheckedIOException e) {
      giveUp(record, 0, "not an alert: " + e.getCause().getMessage());
      return;
    }
    Outgoing outgoing = new Outgoing(alert, record.value());
    for (int attempt = 1; ; attempt++) {
      long begin = System.nanoTime();
      Receiver.Answer answer = receiver.deliver(outgoing);
      metrics.attempt(receiver.name(), answer.kind().name(), System.nanoTime() - begin);
      if (answer.kind() == Receiver.Answer.Kind.DELIVERED) {
        return;
      }
      LOG.warn(
          "{} of {} to {} failed, try {} of {}: {}",
          alert.state(),
          alert.alertId(),
          receiver.name(),
          attempt,
          attempts,
          answer.detail());
      if (answer.kind() == Receiver.Answer.Kind.REFUSED || attempt == attempts) {
        giveUp(record, attempt, answer.detail());
        return;
      }
      TimeUnit.MILLISECONDS.sleep(backoff.ms(attempt));
    }
  }

  private void giveUp(ConsumerRecord<byte[], byte[]> record, int tries, String why)
      throws InterruptedException {
    LOG.error(
        "{}-{}@{} is not delivered to {} and is kept as a dead letter: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        receiver.name(),
        why);
    deadLetters.keep(record, receiver.name(), tries, why);
    metrics.deadLetter(receiver.name());
  }
}
