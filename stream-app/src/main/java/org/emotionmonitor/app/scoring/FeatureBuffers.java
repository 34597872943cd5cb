package org.emotionmonitor.app.scoring;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.emotionmonitor.core.features.FeatureSpec;

/**
 * The memory of the windows that wait for the model, allocated once: half a megabyte each, off
 * heap. Who has none of it must wait, which bounds the queue.
 */
final class FeatureBuffers {

  static final int WINDOW_FLOATS = FeatureSpec.WINDOW_FRAMES * FeatureSpec.FEATURES;

  private final BlockingQueue<FloatBuffer> free;
  private final int windows;

  FeatureBuffers(int windows) {
    this.windows = windows;
    free = new ArrayBlockingQueue<>(windows);
    for (int i = 0; i < windows; i++) {
      free.add(allocate(1));
    }
  }

  /** Room for that many windows of 600 frames. */
  static FloatBuffer allocate(int windows) {
    int bytes = Math.multiplyExact(windows, WINDOW_FLOATS * Float.BYTES);
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /** Room for one window; null if there is none. */
  FloatBuffer poll() {
    return free.poll();
  }

  /** Room for one window, as soon as there is. */
  FloatBuffer take() throws InterruptedException {
    return free.take();
  }

  void give(FloatBuffer buffer) {
    free.add(buffer.clear());
  }

  int used() {
    return windows - free.size();
  }
}
