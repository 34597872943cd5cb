package org.emotionmonitor.core.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Random;
import org.emotionmonitor.core.features.FeatureSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontEndTest {

  private static float[] noise(int samples, long seed) {
    Random random = new Random(seed);
    float[] out = new float[samples];
    for (int i = 0; i < samples; i++) {
      out[i] = (float) (0.1 * random.nextGaussian());
    }
    return out;
  }

  private static float[] window(FrontEnd frontEnd, long end) {
    float[] out = new float[FeatureSpec.WINDOW_FRAMES * FeatureSpec.FEATURES];
    frontEnd.window(end, out, 0);
    return out;
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 44_100, 48_000})
  void shouldGiveTheSameBitsWhenFedInChunks(int rate) {
    float[] audio = noise(rate * 2, rate);
    FrontEnd whole = new FrontEnd(rate, 700);
    whole.accept(audio, 0, audio.length);
    FrontEnd pieces = new FrontEnd(rate, 700);
    Random random = new Random(7);
    for (int at = 0; at < audio.length; ) {
      int n = Math.min(audio.length - at, 1 + random.nextInt(random.nextBoolean() ? 3 : 1_500));
      pieces.accept(audio, at, n);
      at += n;
    }
    assertThat(pieces.frames()).isEqualTo(whole.frames()).isGreaterThan(190);
    assertThat(pieces.inputPosition()).isEqualTo(audio.length);
    assertThat(window(pieces, pieces.frames())).isEqualTo(window(whole, whole.frames()));
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 22_050, 48_000})
  void shouldGiveTheSameBitsWhenResumedInMidLeg(int rate) {
    float[] audio = noise(rate * 8, rate);
    FrontEnd whole = new FrontEnd(rate, 700);
    whole.accept(audio, 0, audio.length);
    int from = rate + 137;
    FrontEnd resumed = FrontEnd.resumeAt(rate, 700, from);
    resumed.accept(audio, from, audio.length - from);
    assertThat(resumed.frames()).isEqualTo(whole.frames());
    assertThat(resumed.firstFrame()).isBetween(100L, 105L);
    assertThat(window(resumed, resumed.frames())).isEqualTo(window(whole, whole.frames()));
    assertThat(resumed.levelDb(300)).isEqualTo(whole.levelDb(300));
    assertThatThrownBy(() -> window(resumed, 650))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("are not held");
  }

  @Test
  void shouldCountTheFramesOfTheWholeLegWhenFinished() {
    FrontEnd frontEnd = new FrontEnd(8_000, 700);
    frontEnd.accept(noise(16_000, 1), 0, 16_000);
    frontEnd.finish();
    // ceil(16000 * 22050 / 8000) = 44100 samples
    assertThat(frontEnd.frames()).isEqualTo((44_100 - 551) / 220 + 1);
    assertThatThrownBy(() -> frontEnd.accept(new float[1], 0, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldTreatLostAudioAsZeros() {
    float[] audio = noise(24_000, 3);
    java.util.Arrays.fill(audio, 9_000, 14_000, 0f);
    FrontEnd whole = new FrontEnd(8_000, 700);
    whole.accept(audio, 0, audio.length);
    FrontEnd lossy = new FrontEnd(8_000, 700);
    lossy.accept(audio, 0, 9_000);
    lossy.silence(5_000);
    lossy.accept(audio, 14_000, 10_000);
    assertThat(window(lossy, lossy.frames())).isEqualTo(window(whole, whole.frames()));
  }

  @Test
  void shouldWriteTheSameWindowWhenGivenABuffer() {
    FrontEnd frontEnd = new FrontEnd(8_000, 650);
    float[] audio = noise(8_000 * 9, 5);
    frontEnd.accept(audio, 0, audio.length);
    long end = frontEnd.frames() - 20;
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(4 * FeatureSpec.WINDOW_FRAMES * FeatureSpec.FEATURES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    assertThat(frontEnd.window(end, buffer)).isEqualTo(FeatureSpec.WINDOW_FRAMES);
    float[] copy = new float[buffer.capacity()];
    buffer.flip().get(copy);
    assertThat(copy).isEqualTo(window(frontEnd, end));
  }

  @Test
  void shouldSayWhereAWindowLies() {
    assertThat(Windows.framesPerHop(1)).isEqualTo(100);
    assertThat(Windows.startMs(700, 600)).isEqualTo(998);
    assertThat(Windows.endMs(600)).isEqualTo(6_001);
    assertThat(Windows.frames(30)).isEqualTo(30);
  }
}
