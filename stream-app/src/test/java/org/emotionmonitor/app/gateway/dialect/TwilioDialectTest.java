package org.emotionmonitor.app.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import org.emotionmonitor.app.ingest.live.IngestException;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioDialectTest {
  private final FakePeer peer = new FakePeer();
  private final TwilioDialect dialect = new TwilioDialect(peer, Clock.systemUTC());

  @Test
  void shouldTakeAStreamAsTwilioSendsIt() throws Exception {
    dialect.text("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
    dialect.text(
        """
        {"event":"start","sequenceNumber":"1","streamSid":"MZ1","start":{"accountSid":"AC1",
        "streamSid":"MZ1","callSid":"CA1","tracks":["inbound","outbound"],
        "mediaFormat":{"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1},
        "customParameters":{"agentId":"a7","queue":"billing","token":"secret"}}}\
        """);
    for (int i = 1; i <= 10; i++) {
      dialect.text(media("inbound", i, 1));
      dialect.text(media("outbound", i, 2));
    }
    dialect.text("{\"event\":\"mark\",\"mark\":{\"name\":\"x\"}}");
    dialect.text("{\"event\":\"stop\",\"streamSid\":\"MZ1\",\"stop\":{\"callSid\":\"CA1\"}}");

    peer.await(8);
    assertThat(peer.tokens).containsExactly("secret");
    assertThat(peer.start("CA1/customer").role()).isEqualTo(Role.CUSTOMER);
    assertThat(peer.start("CA1/customer").agentId()).isEqualTo("a7");
    assertThat(peer.start("CA1/customer").encoding()).isEqualTo(Encoding.PCMU);
    assertThat(peer.start("CA1/agent").role()).isEqualTo(Role.AGENT);
    assertThat(peer.audio("CA1/customer")).hasSize(1600).containsOnly(1);
    assertThat(peer.audio("CA1/agent")).hasSize(1600).containsOnly(2);
    assertThat(peer.types("CA1/customer")).containsExactly("start", "media", "media", "stop");
    assertThat(peer.spentMs).isEqualTo(200);
    assertThat(peer.closedWith).isEqualTo(1000);
  }

  @Test
  void shouldTakeAStreamInSnakeCaseAndOutOfOrder() throws Exception {
    dialect.text(
        """
        {"event":"start","stream_id":"S1","start":{"call_id":"C9",
        "media_format":{"encoding":"PCMA","sample_rate":8000,"channels":1}}}\
        """);
    for (int i : new int[] {1, 3, 2, 5, 4}) {
      dialect.text(media("inbound", i, i));
    }
    dialect.text("{\"event\":\"stop\"}");

    peer.await(3);
    byte[] expected = new byte[800];
    for (int i = 0; i < 5; i++) {
      Arrays.fill(expected, i * 160, (i + 1) * 160, (byte) (i + 1));
    }
    assertThat(peer.audio("C9/customer")).isEqualTo(expected);
    assertThat(peer.start("C9/customer").encoding()).isEqualTo(Encoding.PCMA);
  }

  @Test
  void shouldKeepTheClockWhenChunksAreLost() throws Exception {
    start("{}");
    dialect.text(media("inbound", 1, 1));
    for (int i = 7; i <= 40; i++) {
      dialect.text(media("inbound", i, 2));
    }
    dialect.text("{\"event\":\"stop\"}");

    peer.await(9);
    // 40 chunks of 20 ms, of which the second to sixth are silence or left out.
    assertThat(peer.audio("CA1/customer")[0]).isEqualTo((byte) 1);
    assertThat(peer.audio("CA1/customer").length).isEqualTo(40 * 160);
  }

  @Test
  void shouldFindNothingMissingWhenBothTracksAreNumberedInOneRow() throws Exception {
    startBoth();
    for (int i = 1; i <= 100; i++) {
      dialect.text(media("inbound", 2 * i - 1, 1, i * 20));
      dialect.text(media("outbound", 2 * i, 2, i * 20));
      // Not held back until later ones have come.
      assertThat(peer.spentMs).isEqualTo(20 * i);
    }
    dialect.text("{\"event\":\"stop\"}");

    peer.await(44);
    assertThat(peer.audio("CA1/customer")).hasSize(16_000).containsOnly(1);
    assertThat(peer.audio("CA1/agent")).hasSize(16_000).containsOnly(2);
  }

  @Test
  void shouldTellByTheTimeWhoseChunkIsMissingWhenBothTracksAreNumberedInOneRow() throws Exception {
    startBoth();
    for (int i = 1; i <= 100; i++) {
      if (i != 50) {
        dialect.text(media("inbound", 2 * i - 1, 1, i * 20));
      }
      dialect.text(media("outbound", 2 * i, 2, i * 20));
    }
    dialect.text("{\"event\":\"stop\"}");

    peer.await(44);
    assertThat(peer.audio("CA1/customer")).hasSize(16_000).contains(0xff);
    assertThat(peer.audio("CA1/agent")).hasSize(16_000).containsOnly(2);
  }

  @Test
  void shouldCountTheMissingOfEachTrackWhenEachIsNumberedByItself() throws Exception {
    startBoth();
    for (int i = 1; i <= 100; i++) {
      dialect.text(media("inbound", i, 1, i * 20));
      if (i > 80 && i != 90) {
        dialect.text(media("outbound", i - 80, 2, (i - 80) * 20));
      }
    }
    dialect.text("{\"event\":\"stop\"}");

    peer.await(28);
    assertThat(peer.audio("CA1/customer")).hasSize(16_000).containsOnly(1);
    assertThat(peer.audio("CA1/agent")).hasSize(3_200).contains(0xff);
  }

  @Test
  void shouldTakeTheRolesThatTheParametersSay() throws Exception {
    start("{\"inbound\":\"agent\"}");
    dialect.text("{\"event\":\"stop\"}");

    peer.await(2);
    assertThat(peer.start("CA1/agent").role()).isEqualTo(Role.AGENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "{\"event\":\"fly\"}",
        "{\"event\":\"media\",\"media\":{\"payload\":\"AAAA\"}}",
        "{\"event\":\"start\",\"start\":{\"mediaFormat\":{\"encoding\":\"opus\"}}}",
        "{\"event\":\"start\",\"start\":{\"mediaFormat\":{\"channels\":2}}}",
        "{\"event\":\"start\",\"start\":{\"tracks\":[\"a\",\"b\",\"c\"]}}",
        "{\"event\":\"start\",\"start\":{\"mediaFormat\":{\"sampleRate\":1}}}"
      })
  void shouldSayWhatIsWrong(String message) {
    assertThatThrownBy(() -> dialect.text(message)).isInstanceOf(IngestException.class);
  }

  @ParameterizedTest
  @CsvSource({"***, bad_audio", "A, bad_audio"})
  void shouldRefuseBadBase64(String payload, String code) throws Exception {
    start("{}");

    assertThatThrownBy(
            () ->
                dialect.text(
                    "{\"event\":\"media\",\"media\":{\"payload\":\"%s\"}}".formatted(payload)))
        .isInstanceOfSatisfying(
            IngestException.class, e -> assertThat(e.error().code()).isEqualTo(code))
        .hasMessageContaining("base64");
  }

  private void start(String parameters) throws IngestException {
    dialect.text(
        "{\"event\":\"start\",\"start\":{\"callSid\":\"CA1\",\"customParameters\":%s}}"
            .formatted(parameters));
  }

  private void startBoth() throws IngestException {
    dialect.text(
        "{\"event\":\"start\",\"start\":{\"callSid\":\"CA1\",\"tracks\":[\"inbound\",\"outbound\"]}}");
  }

  private static String media(String track, int chunk, int value) {
    return media(track, chunk, value, chunk * 20);
  }

  private static String media(String track, int chunk, int value, int timestampMs) {
    byte[] audio = new byte[160];
    Arrays.fill(audio, (byte) value);
    return "{\"event\":\"media\",\"media\":{\"track\":\"%s\",\"chunk\":\"%d\",\"timestamp\":\"%d\",\"payload\":\"%s\"}}"
        .formatted(track, chunk, timestampMs, Base64.getEncoder().encodeToString(audio));
  }
}
