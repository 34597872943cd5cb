package org.emotionmonitor.bench.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.ModelMetadata;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.emotionmonitor.onnx.Scores;
import org.emotionmonitor.onnx.export.GraphWriter;
import org.emotionmonitor.onnx.export.RandomWeights;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds per batch, and per window (the line {@code :windows}), of full windows of 600 frames
 * on one thread. The weights are random: speed does not depend on them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ScorerBenchmark {

  /** Windows per call. */
  @Param({"1", "4", "16", "64"})
  public int batch;

  /** Number format of the LSTM layers. */
  @Param public Precision precision;

  private Scorer scorer;
  private float[] array;
  private FloatBuffer buffer;
  private int[] lengths;

  /** Counts windows, so that JMH divides the time by them as well. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Windows {

    /** Windows scored. */
    public long windows;
  }

  /** Opens a random model of the real size. */
  @Setup
  public void open() {
    ModelMetadata metadata =
        ModelMetadata.of(
            "random", "0", List.of("none"), "none", "{}", "0", LocalDate.of(2026, 11, 22));
    byte[] model = GraphWriter.write(RandomWeights.of(1, 128), metadata, precision);
    scorer = Scorer.open(model, precision.name(), ScorerOptions.defaults());
    array = new float[batch * FeatureSpec.WINDOW_FRAMES * FeatureSpec.FEATURES];
    Random random = new Random(2);
    for (int i = 0; i < array.length; i++) {
      array[i] = 3 * (float) random.nextGaussian();
    }
    buffer =
        ByteBuffer.allocateDirect(4 * array.length)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer()
            .put(array)
            .flip();
    lengths = new int[batch];
    Arrays.fill(lengths, FeatureSpec.WINDOW_FRAMES);
  }

  /** Frees the model. */
  @TearDown
  public void close() {
    scorer.close();
  }

  /** Features in a direct buffer, which is read in place. */
  @Benchmark
  public Scores direct(Windows counter) {
    counter.windows += batch;
    return scorer.score(buffer, lengths, batch, FeatureSpec.WINDOW_FRAMES);
  }

  /** Features in an array, which is copied first. */
  @Benchmark
  public Scores array(Windows counter) {
    counter.windows += batch;
    return scorer.score(array, lengths, batch, FeatureSpec.WINDOW_FRAMES);
  }
}
