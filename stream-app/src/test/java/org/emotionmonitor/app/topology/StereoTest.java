package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.AudioHeaders;
import org.emotionmonitor.app.domain.ChunkCounts;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.domain.StartRecord.Channel;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interleaved audio of both parties: each is a leg of its own. */
class StereoTest {

  private static final String STREAM = "call/both";
  private static final Duration TICK = Duration.ofMillis(20);
  private static final int RATE = 8_000;
  private static final Config BOTH =
      Config.load(
          List.of(),
          java.util.Map.of(),
          List.of(
              "policy.roles.agent=analyse",
              "policy.profile=custom",
              "policy.lawfulBasis=for the test"));

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void shouldGiveEachPartyTheEventsOfItsOwnAudio(Encoding encoding) {
    byte[] left = TestVoice.speech(encoding, RATE, 5.3);
    byte[] right = TestVoice.silence(encoding, RATE, 5.3);
    try (CallsDriver calls =
            new CallsDriver(BOTH, new SharedStore("chunks"), new SharedStore("meta"));
        CallsDriver alone = new CallsDriver()) {
      play(calls, STREAM, start(encoding), cut(interleave(left, right, encoding), 2, encoding));
      StartRecord mono = start(encoding).channel(0);
      StartRecord own =
          StartRecord.of(mono.key(), Role.CUSTOMER, encoding, RATE, 100, TestLeg.BEGIN);
      play(alone, own.key().toString(), own, cut(left, 1, encoding));

      List<EmotionEvent> events = calls.emotions();
      assertThat(events).hasSize(10);
      Events.assertSame(of(events, "customer"), alone.emotions());
      assertThat(of(events, "agent"))
          .hasSize(5)
          .allSatisfy(event -> assertThat(event.head().role()).isEqualTo(Role.AGENT))
          .allSatisfy(event -> assertThat(event.judgement().abstained()).isEqualTo("no_speech"));
      assertThat(calls.entries(LegProcessor.META)).isZero();
      assertThat(calls.entries(LegProcessor.CHUNKS)).isZero();
    }
  }

  @Test
  void shouldKeepNothingOfAChannelThatPolicyDrops() {
    byte[] loud = TestVoice.speech(Encoding.PCMU, RATE, 3);
    SharedStore chunks = new SharedStore("chunks");
    try (CallsDriver calls = new CallsDriver(Config.defaults(), chunks, new SharedStore("meta"))) {
      byte[] secret = new byte[loud.length];
      java.util.Arrays.fill(secret, (byte) 42);
      calls.start(start(Encoding.PCMU));
      calls.media(STREAM, cut(interleave(loud, secret, Encoding.PCMU), 2, Encoding.PCMU));
      calls.tick(TICK);

      assertThat(calls.audits())
          .extracting(audit -> audit.legId() + " " + audit.decision())
          .containsExactly("customer " + Decision.ANALYSE, "agent " + Decision.DROP);
      assertThat(of(calls.emotions(), "agent")).isEmpty();
      try (var all = chunks.get().all()) {
        all.forEachRemaining(
            entry -> {
              assertThat(new String(entry.key.get(), java.nio.charset.StandardCharsets.ISO_8859_1))
                  .contains("call/customer");
              assertThat(count(entry.value, (byte) 42)).isLessThan(50);
            });
      }
      assertThat(
              calls
                  .metrics
                  .registry()
                  .getSampleValue(
                      "emotion_monitor_chunks_total",
                      new String[] {"outcome"},
                      new String[] {"policy"}))
          .isPositive();
    }
  }

  @Test
  void shouldGoOnWithBothPartiesWhenRestarted() {
    byte[] audio =
        interleave(
            TestVoice.speech(Encoding.PCMU, RATE, 6),
            TestVoice.speech(Encoding.PCMU, RATE, 6),
            Encoding.PCMU);
    List<Chunk> all = cut(audio, 2, Encoding.PCMU);
    SharedStore chunks = new SharedStore("chunks");
    SharedStore meta = new SharedStore("meta");
    List<EmotionEvent> events = new ArrayList<>();
    CallsDriver calls = new CallsDriver(Config.defaults(), chunks, meta);
    calls.start(start(Encoding.PCMU));
    for (Chunk chunk : all) {
      if (chunk.seq() % 7 == 3) {
        events.addAll(calls.emotions());
        calls.close();
        calls = new CallsDriver(Config.defaults(), chunks, meta);
      }
      calls.media(STREAM, chunk);
      calls.tick(TICK);
    }
    calls.stop(STREAM);
    events.addAll(calls.emotions());

    assertThat(calls.rejected()).isEmpty();
    assertThat(calls.entries(LegProcessor.META)).isZero();
    calls.close();
    assertThat(events).hasSize(6).extracting(e -> e.head().legId()).containsOnly("customer");
  }

  @Test
  void shouldRejectRecordsThatComeWithAChannelsKeyAndOddChunks() {
    try (CallsDriver calls = new CallsDriver()) {
      calls.start(start(Encoding.S16LE));
      calls.media("call/customer", new Chunk(0, 0, 0, new byte[160]));
      calls.send("call/agent", AudioHeaders.stop(), new byte[0], TestLeg.BEGIN);
      calls.media(STREAM, new Chunk(0, 0, 0, new byte[162]));
      calls.media(STREAM, new Chunk(0, 0, 0, new byte[4 * RATE + 4]));

      assertThat(calls.rejected())
          .extracting(
              r ->
                  new String(
                      r.headers().lastHeader("rejected_reason").value(),
                      java.nio.charset.StandardCharsets.UTF_8))
          .containsExactly("not_started", "not_started", "bad_length", "bad_length");
      calls.tick(Duration.ofSeconds(40));
      assertThat(calls.entries(LegProcessor.META)).isZero();
      assertThat(calls.summaries().get(1).chunks()).isEqualTo(ChunkCounts.ZERO);
    }
  }

  private static StartRecord start(Encoding encoding) {
    return new StartRecord(
        "call",
        "both",
        null,
        null,
        null,
        null,
        encoding,
        RATE,
        100,
        TestLeg.BEGIN,
        null,
        null,
        List.of(new Channel("customer", Role.CUSTOMER), new Channel("agent", Role.AGENT)),
        null);
  }

  private static void play(CallsDriver calls, String key, StartRecord start, List<Chunk> chunks) {
    calls.start(start);
    for (Chunk chunk : chunks) {
      calls.media(key, chunk);
      calls.tick(TICK);
    }
    calls.stop(key);
  }

  private static List<EmotionEvent> of(List<EmotionEvent> events, String leg) {
    return events.stream().filter(event -> event.head().legId().equals(leg)).toList();
  }

  /** Chunks of 20 to 1,000 ms. */
  private static List<Chunk> cut(byte[] audio, int channels, Encoding encoding) {
    Random random = new Random(5);
    int frame = channels * encoding.bytesPerSample();
    List<Chunk> chunks = new ArrayList<>();
    for (int from = 0; from < audio.length; ) {
      int to =
          Math.min(audio.length, from + frame * (RATE / 50 + random.nextInt(RATE - RATE / 50)));
      long time = TestLeg.BEGIN.toEpochMilli() + to / frame * 1_000L / RATE;
      chunks.add(
          new Chunk(chunks.size(), time, time, java.util.Arrays.copyOfRange(audio, from, to)));
      from = to;
    }
    return chunks;
  }

  private static byte[] interleave(byte[] left, byte[] right, Encoding encoding) {
    int sample = encoding.bytesPerSample();
    byte[] both = new byte[2 * left.length];
    for (int i = 0; i < left.length; i++) {
      int at = i / sample * 2 * sample + i % sample;
      both[at] = left[i];
      both[at + sample] = right[i];
    }
    return both;
  }

  private static int count(byte[] bytes, byte value) {
    int count = 0;
    for (byte b : bytes) {
      count += b == value ? 1 : 0;
    }
    return count;
  }
}
