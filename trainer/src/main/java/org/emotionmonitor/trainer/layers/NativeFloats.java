package org.emotionmonitor.trainer.layers;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A float buffer outside the heap that grows and never shrinks, so that batches of differing
 * lengths reuse it. Not thread-safe: one cursor serves all calls.
 */
final class NativeFloats {

  private FloatPointer memory = new FloatPointer(1);
  private FloatPointer cursor = new FloatPointer(memory);

  /** Makes room for {@code count} floats; the contents are undefined after a growth. */
  NativeFloats ensure(long count) {
    if (memory.capacity() < count) {
      memory.close();
      memory = new FloatPointer(count);
      cursor = new FloatPointer(memory);
    }
    return this;
  }

  /** The address of element {@code offset}; valid until the next call on this buffer. */
  FloatPointer at(long offset) {
    return cursor.position(offset);
  }

  /** Another cursor on the same memory, for another thread or for a second operand. */
  FloatPointer view(long offset) {
    return new FloatPointer(memory).position(offset);
  }

  void put(long offset, float[] source, int from, int count) {
    at(offset).put(source, from, count);
  }

  void get(long offset, float[] target, int from, int count) {
    at(offset).get(target, from, count);
  }
}
