package org.emotionmonitor.core.vad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SpeechGateTest {

  private static float[] levels(float floor, float speech) {
    float[] levels = new float[600];
    Arrays.fill(levels, floor);
    Arrays.fill(levels, 100, 250, speech);
    Arrays.fill(levels, 400, 480, speech);
    return levels;
  }

  @Test
  void shouldFindSpeechWhenItIsSoft() {
    boolean[] out = new boolean[600];
    assertThat(SpeechGate.speechFrames(levels(-75, -55), out)).isEqualTo(230);
    assertThat(out[100]).isTrue();
    assertThat(out[99]).isFalse();
  }

  @Test
  void shouldFindNoSpeechInSilenceOrSteadyNoise() {
    boolean[] out = new boolean[600];
    assertThat(SpeechGate.speechFrames(levels(-200, -200), out)).isZero();
    assertThat(SpeechGate.speechFrames(levels(-45, -43), out)).isZero();
  }
}
