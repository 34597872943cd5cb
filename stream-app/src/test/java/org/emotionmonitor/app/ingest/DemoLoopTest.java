package org.emotionmonitor.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.domain.AudioRecord;
import org.emotionmonitor.app.domain.Serdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class DemoLoopTest {

  private static final int RATE = 8_000;

  @TempDir Path temp;

  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final AudioPublisher publisher = new AudioPublisher(kafka, "calls.audio");
  private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
  private Thread.UncaughtExceptionHandler before;

  @BeforeEach
  void watch() {
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.add(e));
  }

  @AfterEach
  void unwatch() {
    Thread.setDefaultUncaughtExceptionHandler(before);
    assertThat(uncaught).isEmpty();
  }

  @Test
  void shouldPlayTheCallWithItsDetailsAndEndItWhenClosed() throws Exception {
    DemoLoop loop = loop();
    loop.start(List.of(call("a.wav", 60)));
    Awaitility.await().until(() -> kafka.history().size() > 2);

    loop.close();

    List<AudioRecord> records = records();
    assertThat(((AudioRecord.Start) records.get(0)).start().queue()).isEqualTo("billing");
    assertThat(((AudioRecord.Start) records.get(0)).start().callId()).isEqualTo("a");
    assertThat(records).last().isInstanceOf(AudioRecord.Stop.class);
  }

  @Test
  void shouldStopAtOnceWhenClosedWhileItBegins() throws Exception {
    for (int round = 0; round < 20; round++) {
      DemoLoop loop = loop();
      loop.start(List.of(call("a.wav", 60), call("b.wav", 60)));
      loop.close();
    }

    assertThat(records().stream().filter(AudioRecord.Start.class::isInstance).count())
        .isEqualTo(records().stream().filter(AudioRecord.Stop.class::isInstance).count());
  }

  private DemoLoop loop() {
    ReplayOptions options = ReplayOptions.DEFAULTS;
    return new DemoLoop(publisher, options, new CallPlanner(options, "", ""), false);
  }

  private DemoCall call(String name, int seconds) throws Exception {
    Path file = WavFiles.write(temp.resolve(name), RATE, new float[RATE * seconds]);
    return new DemoCall(file, new CallDetails("alex", "billing", "en", Map.of()));
  }

  private List<AudioRecord> records() {
    try (var reader = Serdes.audio()) {
      return kafka.history().stream().map(r -> read(reader, r)).toList();
    }
  }

  private static AudioRecord read(
      Deserializer<AudioRecord> reader, ProducerRecord<String, byte[]> record) {
    return reader.deserialize(record.topic(), record.headers(), record.value());
  }
}
