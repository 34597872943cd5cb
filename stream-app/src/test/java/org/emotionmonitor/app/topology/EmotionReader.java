package org.emotionmonitor.app.topology;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.Serdes;

/** Reads what a stream on a real broker has committed of its emotion events, from the first on. */
final class EmotionReader {

  private EmotionReader() {}

  static KafkaConsumer<String, EmotionEvent> of(Config config) {
    KafkaConsumer<String, EmotionEvent> reader =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", config.bootstrapServers(),
                "group.id", "test",
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            Serdes.json(EmotionEvent.class).deserializer());
    reader.subscribe(List.of(config.topicNames().emotion()));
    return reader;
  }
}
