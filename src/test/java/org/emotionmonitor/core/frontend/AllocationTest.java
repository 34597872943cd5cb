package org.emotionmonitor.core.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.features.FeatureSpec;
import org.junit.jupiter.api.Test;

/** From bytes to frames in the ring, and windows out of it: no garbage. */
final class AllocationTest {

  private static final int RATE = 8_000;
  private static final int CHUNK = 160;
  private static final int CHUNKS = 500;
  private static final int WARM_UP_SECONDS = 3;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final FrontEnd frontEnd = new FrontEnd(RATE, FeatureSpec.WINDOW_FRAMES);
  private final byte[] bytes = new byte[CHUNK];
  private final float[] samples = new float[CHUNK];
  private final float[] window = new float[FeatureSpec.WINDOW_FRAMES * FeatureSpec.FEATURES];

  @Test
  void shouldAllocateNothingPerFrameWhenFedForAWhile() {
    new Random(1).nextBytes(bytes);
    feed(WARM_UP_SECONDS * RATE / CHUNK);
    long before = threads.getCurrentThreadAllocatedBytes();
    feed(CHUNKS);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    // A thousand frames; one small object in each of them would be 16,000 bytes.
    assertThat(allocated).isLessThan(4_000);
  }

  private void feed(int chunks) {
    for (int i = 0; i < chunks; i++) {
      Encoding.PCMU.decode(bytes, 0, CHUNK, samples, 0);
      frontEnd.accept(samples, 0, CHUNK);
      if (i % 50 == 49) {
        frontEnd.window(frontEnd.frames(), window, 0);
      }
    }
  }
}
