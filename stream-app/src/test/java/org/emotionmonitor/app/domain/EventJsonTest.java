package org.emotionmonitor.app.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;

class EventJsonTest {

  private static final Instant TIME = Instant.parse("2026-01-31T09:30:07.500Z");

  private final EventHead head =
      new EventHead(
          "c1",
          "in",
          Role.CUSTOMER,
          new Window(1000, 7000, 4200),
          Trigger.INTERVAL,
          false,
          new Quality(1.5, 0.25, 3_630, 24.5f),
          new ModelRef("emotion", "1", "0123456789ab"),
          new Latency(3, 0, 12, 40, 5),
          TIME);

  @Test
  void shouldWriteTheDocumentedShapeOfAnEmotionEvent() {
    Map<String, Float> probabilities = new LinkedHashMap<>();
    probabilities.put("sad", 0.625f);
    probabilities.put("cheerful", 0.375f);
    EmotionEvent event =
        new EmotionEvent(
            head,
            new Judgement("sad", probabilities, 0.625f, null),
            new Attention(100, List.of(0.25f, 0.75f)));

    String json = Json.text(event);

    assertThat(json)
        .isEqualTo(
            """
            {"callId":"c1","legId":"in","role":"customer",\
            "window":{"startMs":1000,"endMs":7000,"speechMs":4200},"trigger":"interval","degraded":false,\
            "quality":{"lossPct":1.5,"clippedPct":0.25,"bandHz":3630,"snrDb":24.5},\
            "model":{"name":"emotion","version":"1","sha256":"0123456789ab"},\
            "latencyMs":{"ingest":3,"order":0,"queue":12,"score":40,"publish":5},\
            "capturedAt":"2026-01-31T09:30:07.500Z","label":"sad",\
            "probabilities":{"sad":0.625,"cheerful":0.375},"confidence":0.625,"abstained":null,\
            "attention":{"stepMs":100,"weights":[0.25,0.75]}}\
            """);
    assertThat(Json.read(json.getBytes(UTF_8), EmotionEvent.class)).isEqualTo(event);
  }

  @Test
  void shouldReadBackAbstainedRateAndVolumeEvents() {
    RateEvent rate = new RateEvent(head, Judgement.abstain(Judgement.NO_SPEECH), null);
    VolumeEvent volume = new VolumeEvent(head, Judgement.abstain(Judgement.NO_SPEECH), null);

    assertThat(Json.text(rate))
        .contains("\"label\":null", "\"probabilities\":null", "\"abstained\":\"no_speech\"")
        .doesNotContain("attention", "kind");
    assertThat(Json.read(Json.bytes(rate), RateEvent.class)).isEqualTo(rate);
    assertThat(Json.read(Json.bytes(volume), VolumeEvent.class)).isEqualTo(volume);
  }

  @Test
  void shouldWriteTheMeasuredNumbersBesideTheJudgement() {
    Judgement judgement = new Judgement("fast", Map.of("fast", 1f), 1f, null);

    assertThat(Json.text(new RateEvent(head, judgement, 5.25f)))
        .endsWith("\"abstained\":null,\"syllablesPerSecond\":5.25}");
    assertThat(Json.text(new VolumeEvent(head, judgement, -23.5f)))
        .endsWith("\"abstained\":null,\"activeLevelDbov\":-23.5}");
  }

  @Test
  void shouldReadBackASummary() {
    StartRecord start =
        StartRecord.of(new LegKey("c1", "in"), Role.CUSTOMER, Encoding.PCMU, 8000, 100, TIME);
    LegSummary summary =
        LegSummary.ended(start, TIME, 7000, 6, new ChunkCounts(70, 1, 2, 3, 0), LegTotals.NONE);

    assertThat(Json.text(LegSummary.live(start)))
        .contains("\"state\":\"live\"", "\"endedAt\":null", "\"encoding\":\"pcmu\"");
    assertThat(Serdes.json(LegSummary.class).deserializer().deserialize("t", Json.bytes(summary)))
        .isEqualTo(summary);
  }

  @Test
  void shouldGiveCloudEventsADeterministicId() {
    RateEvent event = new RateEvent(head, Judgement.abstain(Judgement.NO_SPEECH), null);

    Headers headers = CloudEvents.of(event, Instant.ofEpochMilli(5));

    assertThat(header(headers, "ce_id")).isEqualTo("c1/in/5/7000/rate");
    assertThat(header(headers, "ce_type")).isEqualTo("org.emotionmonitor.rate.v1");
    assertThat(header(headers, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(headers, "ce_time")).isEqualTo("2026-01-31T09:30:07.500Z");
    assertThat(header(headers, "content-type")).isEqualTo("application/json");
  }

  private static String header(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return new String(header.value(), UTF_8);
  }
}
