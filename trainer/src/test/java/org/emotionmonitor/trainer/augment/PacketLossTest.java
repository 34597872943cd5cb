package org.emotionmonitor.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PacketLossTest {

  @Property(tries = 50)
  void shouldLoseTheShareInWholeFrames(
      @ForAll @DoubleRange(min = 0, max = 0.5) double share,
      @ForAll @IntRange(min = 1, max = 400) int frames,
      @ForAll long seed) {
    Clip made = PacketLoss.scattered(ones(frames * 160), share, new Random(seed));
    int lost = lost(made.samples());
    assertThat(lost % 160).isZero();
    assertThat(lost / 160).isEqualTo((int) Math.round(share * frames));
  }

  @Test
  void shouldLoseInBurstsOfTheAskedLength() {
    Clip made = PacketLoss.bursty(ones(160 * 100_000), 0.1, 4, new Random(7));
    int bursts = 0;
    for (int i = 160; i < made.samples().length; i += 160) {
      bursts += made.samples()[i] == 0 && made.samples()[i - 160] != 0 ? 1 : 0;
    }
    double frames = lost(made.samples()) / 160.0;
    assertThat(frames / 100_000).isEqualTo(0.1, Offset.offset(0.01));
    assertThat(frames / bursts).isEqualTo(4, Offset.offset(0.3));
  }

  @Test
  void shouldLeaveTheRestAsItIs() {
    Clip clip = ones(16_000);
    Clip made = PacketLoss.scattered(clip, 0.1, new Random(3));
    assertThat(clip.samples()).containsOnly(1f);
    assertThat(made.samples()).containsOnly(0f, 1f);
  }

  private static int lost(float[] samples) {
    int count = 0;
    for (float s : samples) {
      count += s == 0 ? 1 : 0;
    }
    return count;
  }

  private static Clip ones(int length) {
    float[] samples = new float[length];
    Arrays.fill(samples, 1f);
    return new Clip(samples, 8_000, 1, 1, -10);
  }
}
