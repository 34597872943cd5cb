package org.emotionmonitor.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.emotionmonitor.app.domain.AudioHeaders;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;

/** Nothing that anyone can put on the audio topic stops the stream. */
class GarbageProperties {

  private static final String[] KEYS = {"a/1", "a/2", "a", "", "/", "a/b/c", "good/leg"};
  private static final String[] KEY_LEGS = {"1", "2", "3", "4", "leg"};
  private static final List<Encoding> ENCODINGS = List.of(Encoding.values());
  private static final List<Role> ROLES = List.of(Role.values());
  private static final int[] RATES = {8_000, 11_025, 16_000, 44_100, 48_000, 7, 8_001, 96_000};

  @Property(tries = 15)
  void shouldStillAnalyseAGoodLegAmidGarbage(@ForAll long seed) {
    Random random = new Random(seed);
    try (CallsDriver calls = new CallsDriver()) {
      calls.start(TestLeg.start("good/leg2", Role.CUSTOMER));
      for (var chunk : TestLeg.speech(3.2)) {
        for (int i = 0; i < 8; i++) {
          calls.send(key(random), headers(random), value(random), time(random));
        }
        calls.media("good/leg2", chunk);
        calls.tick(Duration.ofMillis(random.nextInt(300)));
      }
      calls.stop("good/leg2");
      calls.tick(Duration.ofSeconds(3_700));

      assertThat(calls.emotions())
          .filteredOn(event -> event.head().legId().equals("leg2"))
          .extracting(EmotionEvent::judgement)
          .hasSize(3)
          .allSatisfy(judgement -> assertThat(judgement.abstained()).isNull());
      assertThat(calls.entries("chunks")).isZero();
      assertThat(calls.entries("meta")).isZero();
    }
  }

  private static String key(Random random) {
    return random.nextInt(20) == 0 ? null : KEYS[random.nextInt(KEYS.length)];
  }

  private static Headers headers(Random random) {
    return switch (random.nextInt(10)) {
      case 8 -> AudioHeaders.pause();
      case 9 -> AudioHeaders.resume();
      case 0 -> AudioHeaders.start();
      case 1 -> random.nextInt(5) == 0 ? AudioHeaders.stop() : AudioHeaders.media(3);
      case 2 -> new RecordHeaders();
      case 3 -> new RecordHeaders().add("type", null).add("seq", null);
      case 4 -> AudioHeaders.media(random.nextLong());
      default -> AudioHeaders.media(random.nextInt(200));
    };
  }

  private static byte[] value(Random random) {
    if (random.nextInt(3) == 0) {
      return start(random);
    }
    if (random.nextInt(6) == 0) {
      return random.nextBoolean() ? new byte[0] : "{}".getBytes(UTF_8);
    }
    byte[] bytes = new byte[random.nextInt(9_000)];
    random.nextBytes(bytes);
    return random.nextInt(20) == 0 ? null : bytes;
  }

  private static byte[] start(Random random) {
    Encoding encoding = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
    StartRecord valid =
        StartRecord.of(
            LegKey.parse(random.nextBoolean() ? "a/1" : "a/2"),
            ROLES.get(random.nextInt(ROLES.size())),
            encoding,
            8_000,
            20 + random.nextInt(980),
            Instant.ofEpochSecond(random.nextInt(1 << 30)));
    String json =
        Json.text(valid).replace("8000", Integer.toString(RATES[random.nextInt(RATES.length)]));
    if (random.nextBoolean()) {
      String one = KEY_LEGS[random.nextInt(KEY_LEGS.length)];
      String other = KEY_LEGS[random.nextInt(KEY_LEGS.length)];
      json =
          json.replace(
              "\"attributes\"",
              "\"channels\":[{\"legId\":\"%s\",\"role\":\"%s\"},{\"legId\":\"%s\"}],\"attributes\""
                  .formatted(one, ROLES.get(random.nextInt(ROLES.size())).label(), other));
    }
    return (random.nextInt(4) == 0 ? json.substring(random.nextInt(json.length())) : json)
        .getBytes(UTF_8);
  }

  private static Instant time(Random random) {
    return random.nextInt(10) == 0
        ? Instant.ofEpochMilli(random.nextLong(1L << 42))
        : TestLeg.BEGIN.plusMillis(random.nextInt(5_000));
  }
}
