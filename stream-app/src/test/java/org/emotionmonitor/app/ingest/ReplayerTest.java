package org.emotionmonitor.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.domain.AudioRecord;
import org.emotionmonitor.app.domain.Serdes;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class ReplayerTest {

  private static final int RATE = 8_000;

  @TempDir Path temp;

  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final AudioPublisher publisher = new AudioPublisher(kafka, "calls.audio");

  @Test
  void shouldSendStartMediaStopOfEveryLegInOrder() throws Exception {
    float[] left = WavFiles.tone(10_100, RATE, 200, 0);
    float[] right = WavFiles.tone(10_100, RATE, 300, 1);
    Path file = WavFiles.write(temp.resolve("call.wav"), RATE, left, right);

    play(options(0, Encoding.PCMU), file);

    List<AudioRecord> customer = records("call-t/customer");
    AudioRecord.Start start = (AudioRecord.Start) customer.get(0);
    assertThat(start.start().role()).isEqualTo(Role.CUSTOMER);
    assertThat(start.start().sampleRate()).isEqualTo(RATE);
    assertThat(start.start().frameDuration()).isEqualTo(100);
    assertThat(start.start().encoding()).isEqualTo(Encoding.PCMU);
    assertThat(media(customer))
        .extracting(AudioRecord.Media::seq)
        .containsExactlyElementsOf(upTo(13));
    assertThat(audio(customer)).isEqualTo(encoded(Encoding.PCMU, left));
    assertThat(customer.get(customer.size() - 1)).isInstanceOf(AudioRecord.Stop.class);
    assertThat(audio(records("call-t/agent"))).isEqualTo(encoded(Encoding.PCMU, right));
    assertThat(kafka.history()).extracting(ProducerRecord::topic).containsOnly("calls.audio");
  }

  @Test
  void shouldTakeTheCallsTimeDividedBySpeed() throws Exception {
    Path file = WavFiles.write(temp.resolve("call.wav"), RATE, new float[RATE * 2]);
    long begin = System.nanoTime();

    play(options(4, Encoding.S16LE), file);

    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isGreaterThanOrEqualTo(Duration.ofMillis(490));
    List<Long> times = kafka.history().stream().map(ProducerRecord::timestamp).toList();
    assertThat(times.get(times.size() - 1) - times.get(0)).isBetween(480L, 5_000L);
  }

  @Test
  void shouldEndTheLegWhenStoppedHalfWay() throws Exception {
    Path file = WavFiles.write(temp.resolve("long.wav"), RATE, new float[RATE * 60]);
    Replayer replayer = new Replayer(publisher, options(1, Encoding.S16LE), ReplayListener.NONE);
    List<CallPlan> calls = plan(file);
    var playing =
        CompletableFuture.runAsync(
            () -> {
              try {
                replayer.play(calls);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Awaitility.await().until(() -> kafka.history().size() > 1);

    replayer.close();
    playing.join();

    List<AudioRecord> leg = records("long-t/customer");
    assertThat(leg.get(leg.size() - 1)).isInstanceOf(AudioRecord.Stop.class);
    assertThat(leg.size()).isLessThan(100);
  }

  @Test
  void shouldPlayTheOthersWhenOneFileIsBroken() throws Exception {
    Path broken = WavFiles.write(temp.resolve("broken.wav"), RATE, new float[RATE]);
    Path whole = WavFiles.write(temp.resolve("whole.wav"), RATE, new float[RATE]);
    try (RandomAccessFile file = new RandomAccessFile(broken.toFile(), "rw")) {
      file.setLength(5_000);
    }

    assertThatThrownBy(() -> play(options(0, Encoding.S16LE), broken, whole))
        .isInstanceOf(AppException.class)
        .hasMessageContaining("broken.wav");
    assertThat(media(records("whole-t/customer"))).hasSize(10);
    assertThat(records("broken-t/customer")).last().isInstanceOf(AudioRecord.Stop.class);
  }

  @Test
  void shouldSayTopicAndCauseWhenTheBrokerRefuses() throws Exception {
    Path file = WavFiles.write(temp.resolve("call.wav"), RATE, new float[RATE]);
    kafka.sendException = new org.apache.kafka.common.errors.TimeoutException("no broker");

    assertThatThrownBy(() -> play(options(0, Encoding.S16LE), file))
        .isInstanceOf(AppException.class)
        .hasMessageContainingAll("calls.audio", "no broker");
  }

  private void play(ReplayOptions options, Path... files) throws Exception {
    try (Replayer replayer = new Replayer(publisher, options, ReplayListener.NONE)) {
      replayer.play(plan(files));
    }
  }

  private static List<CallPlan> plan(Path... files) throws IOException {
    return new CallPlanner(ReplayOptions.DEFAULTS, "", "t").plan(List.of(files), CallDetails.NONE);
  }

  private static ReplayOptions options(double speed, Encoding encoding) {
    return new ReplayOptions(speed, 100, encoding, 2, List.of(Role.CUSTOMER, Role.AGENT));
  }

  private List<AudioRecord> records(String key) {
    try (var reader = Serdes.audio()) {
      return kafka.history().stream()
          .filter(r -> r.key().equals(key))
          .map(r -> reader.deserialize(r.topic(), r.headers(), r.value()))
          .toList();
    }
  }

  private static List<AudioRecord.Media> media(List<AudioRecord> leg) {
    return leg.stream()
        .filter(AudioRecord.Media.class::isInstance)
        .map(AudioRecord.Media.class::cast)
        .toList();
  }

  private static byte[] audio(List<AudioRecord> leg) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    media(leg).forEach(m -> all.writeBytes(m.value()));
    return all.toByteArray();
  }

  private static byte[] encoded(Encoding encoding, float[] samples) {
    byte[] bytes = new byte[samples.length * encoding.bytesPerSample()];
    // The file is 16 bits: what is encoded went through that.
    byte[] s16 = new byte[samples.length * 2];
    float[] rounded = new float[samples.length];
    Encoding.S16LE.encode(samples, 0, samples.length, s16, 0);
    Encoding.S16LE.decode(s16, 0, s16.length, rounded, 0);
    encoding.encode(rounded, 0, samples.length, bytes, 0);
    return bytes;
  }

  private static List<Long> upTo(int n) {
    List<Long> numbers = new ArrayList<>();
    for (long i = 0; i < n; i++) {
      numbers.add(i);
    }
    return numbers;
  }
}
