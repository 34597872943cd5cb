package org.emotionmonitor.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.apache.kafka.common.header.Headers;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.AudioHeaders;
import org.emotionmonitor.app.domain.ChunkCounts;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.EventHead;
import org.emotionmonitor.app.domain.LegState;
import org.emotionmonitor.app.domain.LegSummary;
import org.emotionmonitor.app.scoring.Model;

/**
 * Whatever the network does to two legs within what is allowed, and wherever the instance is
 * restarted: the events are those of an oracle that knows the audio, and every chunk is accounted
 * for.
 */
class OracleProperties {

  private static final List<String> HOPS = List.of("0.25", "0.6", "1.0", "5.0");
  private static final List<String> SPEECH_ENDS = List.of("0", "200", "500", "800");
  private static final Model MODEL = TestScoring.model();
  private static final float TOLERANCE = 1e-5f;

  @AfterContainer
  static void close() {
    MODEL.close();
  }

  @Property(tries = 20)
  void shouldPublishWhatTheOracleExpects(@ForAll long seed) {
    Random random = new Random(seed);
    Config config = config(random);
    List<RandomCall> calls =
        List.of(new RandomCall("call/a", random), new RandomCall("call/b", random));

    Run run = run(config, calls, random);

    for (RandomCall call : calls) {
      List<EmotionEvent> events = run.events.stream().filter(e -> isOf(call, e.head())).toList();
      assertSame(events, new CallOracle(call, config.stream().timing(), MODEL).windows());
      LegSummary ended = run.ended.get(call.start.legId());
      assertThat(comparable(ended.chunks())).isEqualTo(comparable(call.counts));
      assertThat(
              ended.chunks().received()
                  + ended.chunks().duplicate()
                  + ended.chunks().late()
                  + ended.chunks().paused())
          .isEqualTo(call.chunksSent());
      assertThat(ended.windows()).isEqualTo(events.size());
    }
    assertThat(run.rejected).isZero();
  }

  /**
   * Chunks from a pause are not kept: whether one comes a second time or late cannot be told after
   * a restart.
   */
  private static ChunkCounts comparable(ChunkCounts counts) {
    return counts.paused() == 0
        ? counts
        : new ChunkCounts(
            counts.received(),
            0,
            counts.duplicate() + counts.late(),
            counts.lost(),
            counts.paused());
  }

  private static final class Run {
    private final List<EmotionEvent> events = new ArrayList<>();
    private final Map<String, LegSummary> ended = new java.util.HashMap<>();
    private int rejected;

    private void collect(CallsDriver driver) {
      events.addAll(driver.emotions());
      rejected += driver.rejected().size();
      driver.legSummaries().stream()
          .filter(leg -> leg.state() == LegState.ENDED)
          .forEach(leg -> assertThat(ended.put(leg.legId(), leg)).isNull());
    }
  }

  private static Config config(Random random) {
    return Config.load(
        List.of(),
        Map.of(),
        List.of(
            "stream.hopSeconds=" + HOPS.get(random.nextInt(HOPS.size())),
            "stream.firstWindowSeconds=" + (random.nextBoolean() ? "1.5" : "0.5"),
            "stream.speechEndMs=" + SPEECH_ENDS.get(random.nextInt(SPEECH_ENDS.size()))));
  }

  private static Run run(Config config, List<RandomCall> calls, Random random) {
    SharedStore chunks = new SharedStore("chunks");
    SharedStore meta = new SharedStore("meta");
    Run run = new Run();
    int restarts = random.nextBoolean() ? 0 : 1 + random.nextInt(3);
    int records = calls.stream().mapToInt(call -> call.sent.size()).sum();
    CallsDriver driver = new CallsDriver(config, chunks, meta);
    for (RandomCall call : calls) {
      driver.start(call.start);
    }
    for (Next next = new Next(calls); next.hasNext(); ) {
      if (restarts > 0 && random.nextInt(records) < restarts) {
        run.collect(driver);
        driver.close();
        driver = new CallsDriver(config, chunks, meta);
      }
      next.send(driver);
      if (random.nextInt(4) == 0) {
        driver.tick(Duration.ofMillis(random.nextInt(300)));
      }
    }
    for (RandomCall call : calls) {
      driver.stop(call.start.key().toString());
    }
    run.collect(driver);
    assertThat(driver.entries("chunks")).isZero();
    assertThat(driver.entries("meta")).isZero();
    driver.close();
    return run;
  }

  /** The records of several legs, as they arrive. */
  private static final class Next {
    private final List<RandomCall> calls;
    private final int[] at;

    private Next(List<RandomCall> calls) {
      this.calls = calls;
      this.at = new int[calls.size()];
    }

    private boolean hasNext() {
      return first() >= 0;
    }

    private void send(CallsDriver driver) {
      int i = first();
      RandomCall.Sent record = calls.get(i).sent.get(at[i]++);
      String key = calls.get(i).start.key().toString();
      byte[] value =
          record.type() == RandomCall.Type.CHUNK
              ? record.audio()
              : "{\"at\":\"%s\"}".formatted(RandomCall.time(record)).getBytes(UTF_8);
      driver.send(key, headers(record), value, RandomCall.time(record));
    }

    private int first() {
      int first = -1;
      for (int i = 0; i < at.length; i++) {
        if (at[i] < calls.get(i).sent.size() && (first < 0 || arrivesMs(i) < arrivesMs(first))) {
          first = i;
        }
      }
      return first;
    }

    private double arrivesMs(int i) {
      return calls.get(i).sent.get(at[i]).arrivesMs();
    }

    private static Headers headers(RandomCall.Sent record) {
      return switch (record.type()) {
        case CHUNK -> AudioHeaders.media(record.seq());
        case PAUSE -> AudioHeaders.pause();
        case RESUME -> AudioHeaders.resume();
      };
    }
  }

  private static boolean isOf(RandomCall call, EventHead head) {
    return head.legId().equals(call.start.legId());
  }

  private static void assertSame(List<EmotionEvent> events, List<CallOracle.Expected> expected) {
    assertThat(events)
        .extracting(
            event -> event.head().window().startMs(),
            event -> event.head().window().endMs(),
            event -> event.head().window().speechMs(),
            event -> event.head().trigger(),
            event -> event.head().quality().lossPct())
        .containsExactlyElementsOf(
            expected.stream()
                .map(
                    window ->
                        org.assertj.core.groups.Tuple.tuple(
                            window.startMs(),
                            window.endMs(),
                            window.speechMs(),
                            window.trigger(),
                            window.lossPct()))
                .toList());
    for (int i = 0; i < events.size(); i++) {
      Map<String, Float> probabilities = events.get(i).judgement().probabilities();
      Map<String, Float> known = expected.get(i).probabilities();
      assertThat(probabilities == null).isEqualTo(known == null);
      if (known != null) {
        known.forEach(
            (label, p) -> assertThat(probabilities.get(label)).isCloseTo(p, within(TOLERANCE)));
      }
    }
  }
}
