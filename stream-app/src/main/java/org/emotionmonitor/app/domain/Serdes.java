package org.emotionmonitor.app.domain;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Kafka serdes of the topics' values. */
public final class Serdes {

  private Serdes() {}

  /** Reads {@code calls.audio}; never throws. */
  public static Deserializer<AudioRecord> audio() {
    return new AudioRecordDeserializer();
  }

  /** JSON of a {@code type}; reading bytes that are not one throws. */
  public static <T> Serde<T> json(Class<T> type) {
    return org.apache.kafka.common.serialization.Serdes.serdeFrom(writer(), reader(type));
  }

  private static <T> Serializer<T> writer() {
    return (topic, value) -> value == null ? null : Json.bytes(value);
  }

  private static <T> Deserializer<T> reader(Class<T> type) {
    return (topic, bytes) -> bytes == null ? null : Json.read(bytes, type);
  }
}
