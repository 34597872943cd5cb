package org.emotionmonitor.onnx.export;

import java.nio.FloatBuffer;

/** Joins arrays. */
final class Concat {

  private Concat() {}

  static float[] floats(float[]... parts) {
    int length = 0;
    for (float[] part : parts) {
      length += part.length;
    }
    FloatBuffer joined = FloatBuffer.allocate(length);
    for (float[] part : parts) {
      joined.put(part);
    }
    return joined.array();
  }
}
