package org.emotionmonitor.onnx;

import java.nio.FloatBuffer;
import java.util.List;
import org.emotionmonitor.core.features.FeatureSpec;

/** Checks a batch before it reaches native code. */
final class Batch {

  private static final int D = FeatureSpec.FEATURES;

  private Batch() {}

  /** Floats of a batch, {@code n * t * 205}, once its sizes are checked. */
  static int floats(int available, int[] lengths, int n, int t) {
    if (n < 1 || t < 1) {
      throw new IllegalArgumentException(
          "a batch of n = %d windows of t = %d frames; both must be at least 1".formatted(n, t));
    }
    long needed = (long) n * t * D;
    if (needed > available) {
      throw new IllegalArgumentException(
          "features hold %d floats, but %d windows x %d frames x %d features need %d"
              .formatted(available, n, t, D, needed));
    }
    if (lengths.length < n) {
      throw new IllegalArgumentException(
          "lengths holds %d entries for %d windows".formatted(lengths.length, n));
    }
    for (int i = 0; i < n; i++) {
      if (lengths[i] < 1 || lengths[i] > t) {
        throw new IllegalArgumentException(
            "lengths[%d] is %d, expected 1 to t = %d".formatted(i, lengths[i], t));
      }
    }
    return (int) needed;
  }

  /** Refuses NaN and infinity in frames that count: they would come out as probabilities. */
  static void finite(FloatBuffer features, int[] lengths, int n, int t) {
    for (int i = 0; i < n; i++) {
      int start = i * t * D;
      int end = start + lengths[i] * D;
      for (int k = start; k < end; k++) {
        if (!Float.isFinite(features.get(k))) {
          throw notFinite(features.get(k), i, (k - start) / D, (k - start) % D);
        }
      }
    }
  }

  private static IllegalArgumentException notFinite(float value, int window, int frame, int index) {
    List<String> names = FeatureSpec.names();
    return new IllegalArgumentException(
        "window %d, frame %d: feature %s is %s; features must be finite numbers"
            .formatted(window, frame, names.get(index), value));
  }
}
