package org.emotionmonitor.app.gateway.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.domain.AudioRecord;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.ingest.live.IngestException;
import org.emotionmonitor.app.ingest.live.LegWriter;
import org.emotionmonitor.app.ingest.live.LiveIngest;
import org.emotionmonitor.app.ingest.live.LiveLimits;

/** A connection without a network: what a dialect sends and writes can be looked at. */
final class FakePeer implements Peer {
  final List<JsonNode> sent = new ArrayList<>();
  final List<String> tokens = new ArrayList<>();
  final Map<String, String> query = new HashMap<>();
  final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final LiveIngest ingest =
      new LiveIngest(kafka, "calls.audio", LiveLimits.defaults(), Clock.systemUTC());
  int closedWith;
  double spentMs;
  boolean expectsNothing;
  Runnable later = () -> {};

  @Override
  public void authenticate(String token, Step then) throws IngestException {
    tokens.add(token);
    then.run();
  }

  @Override
  public String query(String name) {
    return query.get(name);
  }

  @Override
  public void expectNothing() {
    expectsNothing = true;
  }

  @Override
  public void after(long ms, Runnable then) {
    later = then;
  }

  @Override
  public void send(String text) {
    try {
      sent.add(Json.mapper().readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode last() {
    return sent.get(sent.size() - 1);
  }

  @Override
  public LegWriter open(StartRecord start) throws IngestException {
    return ingest.open(start);
  }

  @Override
  public void spend(double audioMs) {
    spentMs += audioMs;
  }

  @Override
  public void whenWritten(Runnable then) {
    then.run();
  }

  @Override
  public void close(int code, String reason) {
    closedWith = code;
  }

  @Override
  public int chunkMs() {
    return 100;
  }

  /** Waits until {@code count} records are written. */
  FakePeer await(int count) {
    Awaitility.await().until(() -> kafka.history().size() >= count);
    return this;
  }

  StartRecord start(String key) {
    return StartRecord.parse(
        records(key).stream()
            .filter(r -> type(r).equals("start"))
            .findFirst()
            .orElseThrow()
            .value());
  }

  List<String> types(String key) {
    return records(key).stream().map(FakePeer::type).toList();
  }

  /** The audio that was written of a leg. */
  byte[] audio(String key) {
    ByteArrayOutputStream audio = new ByteArrayOutputStream();
    records(key).stream()
        .filter(r -> type(r).equals("media"))
        .forEach(r -> audio.writeBytes(r.value()));
    return audio.toByteArray();
  }

  private List<ProducerRecord<String, byte[]>> records(String key) {
    return kafka.history().stream().filter(r -> r.key().equals(key)).toList();
  }

  private static String type(ProducerRecord<String, byte[]> r) {
    return new String(
        r.headers().lastHeader(AudioRecord.TYPE_HEADER).value(), StandardCharsets.UTF_8);
  }
}
