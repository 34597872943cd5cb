package org.emotionmonitor.app.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.Scores;

/** Times one model on one provider. */
final class ScorerBench {

  /**
   * A measurement.
   *
   * @param provider what ran the model
   * @param precision number format of the model
   * @param batch windows in a call
   * @param windowsPerSecond over the whole time
   * @param p50Ms median of a call, in ms
   * @param p99Ms 99th percentile of a call, in ms
   * @param difference largest difference of an emotion's probability to that of the reference; null
   *     without one
   */
  record Result(
      String provider,
      String precision,
      int batch,
      double windowsPerSecond,
      double p50Ms,
      double p99Ms,
      Double difference) {}

  private static final int FRAMES = FeatureSpec.WINDOW_FRAMES;
  private static final int MIN_CALLS = 3;
  private static final int WARM_UP = 2;
  private static final double NANOS_PER_MS = 1e6;

  private final Scorer scorer;
  private final ScorerBench reference;
  private final Map<Integer, float[][]> answers = new HashMap<>();

  /**
   * @param reference what the answers are compared with; null for none
   */
  ScorerBench(Scorer scorer, ScorerBench reference) {
    this.scorer = scorer;
    this.reference = reference;
  }

  Result measure(int batch, double seconds) {
    FloatBuffer features = features(batch);
    int[] lengths = new int[batch];
    Arrays.fill(lengths, FRAMES);
    Scores scores = null;
    for (int i = 0; i < WARM_UP; i++) {
      scores = scorer.score(features, lengths, batch, FRAMES);
    }
    answers.put(batch, scores.emotion());
    double[] ms = new double[1024];
    int calls = 0;
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    long now = begin;
    while (calls < MIN_CALLS || now < end) {
      scorer.score(features, lengths, batch, FRAMES);
      long done = System.nanoTime();
      ms = calls < ms.length ? ms : Arrays.copyOf(ms, 2 * calls);
      ms[calls++] = (done - now) / NANOS_PER_MS;
      now = done;
    }
    Arrays.sort(ms, 0, calls);
    return new Result(
        scorer.provider().active().label(),
        scorer.info().precision().label(),
        batch,
        (double) batch * calls / ((now - begin) / 1e9),
        ms[calls / 2],
        ms[Math.min(calls - 1, (int) (0.99 * calls))],
        reference == null ? null : difference(batch));
  }

  private Double difference(int batch) {
    float[][] expected = reference.answers.get(batch);
    float[][] found = answers.get(batch);
    double largest = 0;
    for (int i = 0; i < batch; i++) {
      for (int k = 0; k < found[i].length; k++) {
        largest = Math.max(largest, Math.abs(found[i][k] - expected[i][k]));
      }
    }
    return largest;
  }

  private static FloatBuffer features(int batch) {
    int count = batch * FRAMES * FeatureSpec.FEATURES;
    FloatBuffer features =
        ByteBuffer.allocateDirect(count * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      features.put((float) random.nextGaussian() * 10);
    }
    return features.flip();
  }
}
