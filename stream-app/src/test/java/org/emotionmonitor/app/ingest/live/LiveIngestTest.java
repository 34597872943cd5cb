package org.emotionmonitor.app.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.domain.AudioRecord;
import org.emotionmonitor.app.domain.Consent;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LiveIngestTest {
  private static final LegKey LEG = new LegKey("c1", "customer");

  private final LiveLimits limits =
      new LiveLimits(100, Duration.ofSeconds(5), Duration.ofSeconds(2), 100_000, 3);
  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final LiveIngest ingest = new LiveIngest(kafka, "calls.audio", limits, Clock.systemUTC());

  @AfterEach
  void close() {
    ingest.close();
  }

  @Test
  void shouldWriteStartMediaControlAndStopInTheirOrder() throws Exception {
    LegWriter leg = ingest.open(start(LEG));
    leg.audio(new byte[1_000]);
    leg.pause();
    leg.resume();
    leg.consent(Consent.GRANTED);
    leg.audio(new byte[800]);
    leg.stop();

    Awaitility.await().until(() -> kafka.history().size() == 8);
    assertThat(kafka.history())
        .extracting(
            r ->
                new String(
                    r.headers().lastHeader(AudioRecord.TYPE_HEADER).value(),
                    java.nio.charset.StandardCharsets.UTF_8))
        .containsExactly("start", "media", "media", "pause", "resume", "consent", "media", "stop");
    assertThat(kafka.history()).extracting(r -> r.key()).containsOnly("c1/customer");
    assertThat(new String(kafka.history().get(5).value(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"consent\":\"granted\"");
  }

  @Test
  void shouldSayThatALegIsWrittenOnlyWhenAllOfItIsAcknowledged() throws Exception {
    LegWriter leg = ingest.open(start(LEG));
    leg.audio(new byte[800]);
    leg.stop();
    Awaitility.await().until(() -> kafka.history().size() == 3);
    kafka.completeNext();
    kafka.completeNext();
    var done = leg.done().toCompletableFuture();
    assertThat(done).isNotDone();

    kafka.completeNext();

    assertThat(done.get(5, TimeUnit.SECONDS)).isEqualTo(new LegTotals(1, 100));
    assertThat(ingest.bufferedBytes()).isZero();
  }

  @Test
  void shouldHoldTheAudioOfAnOutageAndTellWhenItLastsLonger() throws Exception {
    LegWriter leg = ingest.open(start(LEG));
    for (int i = 0; i < 19; i++) {
      leg.audio(new byte[800]);
    }

    assertThatThrownBy(
            () -> {
              leg.audio(new byte[800]);
              leg.audio(new byte[800]);
            })
        .isInstanceOfSatisfying(
            IngestException.class,
            e -> assertThat(e.error()).isEqualTo(IngestError.BROKER_UNAVAILABLE))
        .hasMessageContaining("2 s");
    assertThatThrownBy(() -> leg.done().toCompletableFuture().get(5, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IngestException.class);
    assertThat(kafka.history().size()).isLessThanOrEqualTo(21);
  }

  @Test
  void shouldFailTheLegWhoseRecordKafkaDidNotTakeAndNoOther() throws Exception {
    LegWriter bad = ingest.open(start(LEG));
    LegWriter good = ingest.open(start(new LegKey("c2", "customer")));
    Awaitility.await().until(() -> kafka.history().size() == 2);

    kafka.errorNext(new TimeoutException("expired"));
    kafka.completeNext();

    assertThatThrownBy(() -> bad.audio(new byte[80]))
        .isInstanceOf(IngestException.class)
        .hasMessageContaining("expired");
    good.audio(new byte[80]);
  }

  @Test
  void shouldRefuseALegThatIsBeingWrittenAndOneTooMany() throws Exception {
    LegWriter first = ingest.open(start(LEG));
    assertThatThrownBy(() -> ingest.open(start(LEG)))
        .isInstanceOf(IngestException.class)
        .hasMessageContaining("c1/customer");
    first.stop();
    ingest.open(start(LEG));
    ingest.open(start(new LegKey("c2", "a")));
    ingest.open(start(new LegKey("c3", "a")));

    assertThatThrownBy(() -> ingest.open(start(new LegKey("c4", "a"))))
        .isInstanceOfSatisfying(
            IngestException.class, e -> assertThat(e.error()).isEqualTo(IngestError.OVERLOADED));
  }

  @Test
  void shouldBoundTheBytesOfAllLegsTogether() throws Exception {
    List<LegWriter> legs =
        List.of(
            ingest.open(start(new LegKey("c1", "a"))),
            ingest.open(start(new LegKey("c2", "a"))),
            ingest.open(start(new LegKey("c3", "a"))));

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 19; i++) {
                for (LegWriter leg : legs) {
                  leg.audio(new byte[800]);
                  leg.pause();
                  leg.resume();
                }
              }
            })
        .isInstanceOfSatisfying(
            IngestException.class, e -> assertThat(e.error()).isEqualTo(IngestError.OVERLOADED));
    assertThat(ingest.bufferedBytes()).isLessThanOrEqualTo(100_000);
  }

  @Test
  void shouldRefuseAudioThatIsNotWholeSamples() throws Exception {
    LegWriter leg =
        ingest.open(StartRecord.of(LEG, Role.CUSTOMER, Encoding.S16LE, 16_000, 100, Instant.now()));

    assertThatThrownBy(() -> leg.audio(new byte[3]))
        .isInstanceOf(IngestException.class)
        .hasMessageContaining("3 bytes");
  }

  private static StartRecord start(LegKey key) {
    return StartRecord.of(key, Role.CUSTOMER, Encoding.PCMU, 8_000, 100, Instant.now());
  }
}
