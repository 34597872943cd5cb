package org.emotionmonitor.app.topology.leg;

import static org.assertj.core.api.Assertions.assertThat;

import org.emotionmonitor.onnx.vad.SileroActivity;
import org.junit.jupiter.api.Test;

class LegTimingTest {

  @Test
  void shouldKeepTheAudioThatTheSpeechDetectorNeedsBeforeAWindow() {
    try (SileroActivity silero = SileroActivity.open()) {
      assertThat((long) silero.leadMs()).isLessThan(LegTiming.SPARE_MS - 100);
    }
  }
}
