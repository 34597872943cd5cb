package org.emotionmonitor.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * Direct memory in native byte order, which ONNX Runtime reads in place. It grows to the largest
 * batch and is kept, because direct memory is slow to get and late to be freed.
 */
final class InputBuffers {

  private FloatBuffer floats = FloatBuffer.allocate(0);
  private IntBuffer ints = IntBuffer.allocate(0);

  /** {@code source} itself if it can be read in place, a copy of it otherwise. */
  FloatBuffer inPlace(FloatBuffer source) {
    if (source.isDirect() && source.order() == ByteOrder.nativeOrder()) {
      return source;
    }
    return floats(source.remaining()).put(source).flip();
  }

  FloatBuffer copy(float[] source, int count) {
    return floats(count).put(source, 0, count).flip();
  }

  IntBuffer copy(int[] source, int count) {
    if (ints.capacity() < count) {
      ints = direct(count).asIntBuffer();
    }
    return ints.clear().put(source, 0, count).flip();
  }

  private FloatBuffer floats(int count) {
    if (floats.capacity() < count) {
      floats = direct(count).asFloatBuffer();
    }
    return floats.clear();
  }

  private static ByteBuffer direct(int count) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(4, count)).order(ByteOrder.nativeOrder());
  }
}
