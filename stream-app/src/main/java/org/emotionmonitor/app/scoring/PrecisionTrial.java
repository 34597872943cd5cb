package org.emotionmonitor.app.scoring;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.Scorer;

/**
 * How long this machine takes for a window in float32 and in bytes. The two take turns, and the
 * quickest turn of each counts: what else the machine does makes turns longer, never shorter.
 *
 * @param fp32Ms of a full window in a batch, in ms
 * @param int8Ms the same in bytes
 * @param batch windows in a batch
 */
record PrecisionTrial(double fp32Ms, double int8Ms, int batch) {

  /** Bytes must save this share of the time: below it, repeatable answers are worth more. */
  static final double MARGIN = 0.2;

  /** Larger batches gain nothing on a CPU. */
  private static final int MOST_WINDOWS = 16;

  private static final int TURNS = 5;
  private static final long TIME_NANOS = 1_500_000_000;
  private static final double NANOS_PER_MS = 1e6;

  /**
   * Lets the two take turns, five each, or as many as fit into a second and a half.
   *
   * @param maxBatch windows that the model gets at most in one call
   */
  static PrecisionTrial of(Scorer fp32, Scorer int8, int maxBatch) {
    int batch = Math.min(maxBatch, MOST_WINDOWS);
    FloatBuffer features = noise(batch);
    int[] lengths = new int[batch];
    Arrays.fill(lengths, FeatureSpec.WINDOW_FRAMES);
    long end = System.nanoTime() + TIME_NANOS;
    double[] best = {Double.MAX_VALUE, Double.MAX_VALUE};
    // The first turn of each gets its memory; it does not count.
    for (int turn = 0; turn < 2 || (turn <= TURNS && System.nanoTime() < end); turn++) {
      double floatMs = time(fp32, features, lengths, batch);
      double bytesMs = time(int8, features, lengths, batch);
      best[0] = turn == 0 ? best[0] : Math.min(best[0], floatMs);
      best[1] = turn == 0 ? best[1] : Math.min(best[1], bytesMs);
    }
    return new PrecisionTrial(best[0] / batch, best[1] / batch, batch);
  }

  /** Whether bytes are worth it here. */
  boolean gains() {
    return int8Ms <= (1 - MARGIN) * fp32Ms;
  }

  /** For people. */
  String describe() {
    return String.format(
        Locale.ROOT,
        "in batches of %3$d a window takes %1$.2f ms in fp32 and %2$.2f ms in int8, which saves %4$.0f %% (at least %5$.0f %% are asked for)",
        fp32Ms,
        int8Ms,
        batch,
        100 * (1 - int8Ms / fp32Ms),
        100 * MARGIN);
  }

  private static double time(Scorer scorer, FloatBuffer features, int[] lengths, int batch) {
    long begun = System.nanoTime();
    scorer.score(features, lengths, batch, FeatureSpec.WINDOW_FRAMES);
    return (System.nanoTime() - begun) / NANOS_PER_MS;
  }

  private static FloatBuffer noise(int windows) {
    FloatBuffer noise = FeatureBuffers.allocate(windows);
    Random random = new Random(1);
    while (noise.hasRemaining()) {
      noise.put(random.nextFloat());
    }
    return noise.flip();
  }
}
