package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.RateEvent;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.domain.VolumeEvent;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.app.topology.leg.OfflineLeg;
import org.emotionmonitor.app.topology.leg.WindowEvents;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;

class OfflineParityTest {

  @Test
  void shouldGiveTheNumbersOfTheStreamWhenAFileIsScored() {
    StartRecord start = TestLeg.start("call/in", Role.CUSTOMER);
    List<Chunk> chunks = TestLeg.speech(21.7);
    List<WindowEvents> offline = new ArrayList<>();
    try (CallsDriver calls = new CallsDriver()) {
      calls.start(start);
      for (Chunk chunk : chunks) {
        calls.media("call/in", chunk);
        calls.tick(Duration.ofMillis(20));
      }
      calls.stop("call/in");
      OfflineLeg leg =
          new OfflineLeg(
              start,
              Config.defaults().stream().timing(),
              calls.scoring,
              Metrics.isolated(),
              offline::add);
      chunks.forEach(chunk -> leg.accept(chunk.seq(), chunk.capturedMs(), chunk.audio()));
      leg.end();

      List<EmotionEvent> live = calls.emotions();
      assertThat(live).hasSize(22);
      Events.assertSame(offline.stream().map(WindowEvents::emotion).toList(), live);
      assertThat(offline)
          .extracting(events -> events.rate().syllablesPerSecond())
          .doesNotContainNull()
          .containsExactlyElementsOf(
              calls.rates().stream().map(RateEvent::syllablesPerSecond).toList());
      assertThat(offline)
          .extracting(events -> events.volume().activeLevelDbov())
          .doesNotContainNull()
          .containsExactlyElementsOf(
              calls.volumes().stream().map(VolumeEvent::activeLevelDbov).toList());
    }
  }
}
