package org.emotionmonitor.app.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.gateway.board.Quality;
import org.emotionmonitor.app.gateway.board.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what the topology's own records write. */
class UpdateReaderTest {

  @Test
  void shouldReadAnEmotionEvent() {
    Update.Window w = read(Topic.EMOTION, Json.bytes(Records.emotion("c1", 6000)));

    assertThat(w.leg().toString()).isEqualTo("c1/customer");
    assertThat(w.role()).isEqualTo("customer");
    assertThat(w.span().startMs()).isZero();
    assertThat(w.span().endMs()).isEqualTo(6000);
    assertThat(w.judgement().label()).isEqualTo("sad");
    assertThat(w.judgement().probability(3)).isEqualTo(0.6f);
    assertThat(w.judgement().confidence()).isEqualTo(0.6f);
    assertThat(w.attention().weights()).isEqualTo("[0.25,0.75]");
    assertThat(w.model().sha256()).isEqualTo("0123456789ab");
    assertThat(w.latency().total()).isEqualTo(185);
    assertThat(w.quality()).isEqualTo(new Quality(1.5f, 0.25f, 3_630, Float.NaN));
    assertThat(w.capturedAt()).isEqualTo("2026-11-22T10:00:06Z");
  }

  @Test
  void shouldReadAnAbstainedEvent() {
    Update.Window w = read(Topic.EMOTION, Json.bytes(Records.abstained("c1", 7000)));

    assertThat(w.abstained()).isEqualTo("no_speech");
    assertThat(w.judgement().size()).isZero();
    assertThat(w.attention()).isNull();
  }

  @Test
  void shouldReadTheActiveLevelOfAVolumeEvent() {
    Update.Window w = read(Topic.VOLUME, Json.bytes(Records.volume("c1", 6000)));

    assertThat(w.activeLevelDbov()).isEqualTo(-23.5f);
    assertThat(w.judgement().label()).isEqualTo("loud");
  }

  @Test
  void shouldReadTheSyllableRateOfARateEvent() {
    Update.Window w = read(Topic.RATE, Json.bytes(Records.rate("c1", 6000)));

    assertThat(w.syllablesPerSecond()).isEqualTo(4.25f);
    assertThat(w.judgement().label()).isEqualTo("medium");
  }

  @Test
  void shouldReadASummary() {
    Update.State s =
        (Update.State)
            UpdateReader.read(Topic.SUMMARIES, Json.bytes(Records.summary("c1", true)), 5)
                .orElseThrow();

    assertThat(s.ended()).isTrue();
    assertThat(s.attributes()).containsEntry("synthetic", "true");
    assertThat(s.chunks()).containsEntry("received", 600L);
    assertThat(s.startedAt()).isEqualTo("2026-11-22T10:00:00Z");
  }

  @Test
  void shouldReadADecision() {
    Update.Decision d =
        (Update.Decision)
            UpdateReader.read(Topic.AUDIT, Json.bytes(Records.dropped("c1")), 5).orElseThrow();

    assertThat(d.analysed()).isFalse();
    assertThat(d.role()).isEqualTo("agent");
    assertThat(d.policy()).isEqualTo("eu");
  }

  @Test
  void shouldPassOverAuditRecordsThatDecideNothing() {
    byte[] erased =
        "{\"callId\":\"c\",\"legId\":\"l\",\"decision\":\"erase\"}"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(UpdateReader.read(Topic.AUDIT, erased, 5)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void shouldPassOverTombstones(Topic topic) {
    assertThat(UpdateReader.read(topic, null, 5)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "7",
        "{}",
        "{\"callId\":\"c\"}",
        "{\"callId\":\"c/d\",\"legId\":\"l\",\"window\":{\"endMs\":1}}",
        "{\"callId\":\"c\",\"legId\":\"l\"}",
        "{\"callId\":\"c\",\"legId\":\"l\",\"window\":{\"endMs\":\"x\"}}"
      })
  void shouldSayWhatIsWrongWithAValue(String value) {
    assertThatThrownBy(
            () -> UpdateReader.read(Topic.EMOTION, value.getBytes(StandardCharsets.UTF_8), 5))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }

  private static Update.Window read(Topic topic, byte[] value) {
    return (Update.Window) UpdateReader.read(topic, value, 5).orElseThrow();
  }
}
