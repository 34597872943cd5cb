package org.emotionmonitor.bench.vad;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.vad.SileroActivity;
import org.emotionmonitor.onnx.vad.SpeechDetector;
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
 * Cost of the speech detector for one second of audio of one leg: chunks of 20 ms, the window asked
 * for once in {@code everyMs}. Run with {@code -prof gc} for the bytes allocated.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class SpeechBenchmark {

  private static final int CAPACITY = FeatureSpec.WINDOW_FRAMES + 200;

  /** The leg's rate in Hz. */
  @Param({"8000", "16000", "48000"})
  public int rate;

  /** Audio between two windows: more of it makes longer runs of the model. */
  @Param({"1000", "250"})
  public int everyMs;

  private final boolean[] speech = new boolean[FeatureSpec.WINDOW_FRAMES];
  private SileroActivity activity;
  private SpeechDetector detector;
  private float[] samples;
  private long heard;

  /** Opens the models and makes a second of noise. */
  @Setup
  public void open() {
    activity = SileroActivity.open();
    detector = activity.resumeAt(null, rate, CAPACITY, 0);
    Random random = new Random(1);
    samples = new float[rate];
    for (int i = 0; i < rate; i++) {
      samples[i] = 0.03f * (float) random.nextGaussian();
    }
    for (int i = 0; i < 7; i++) {
      second();
    }
  }

  /** Frees the models. */
  @TearDown
  public void close() {
    activity.close();
  }

  /** One second of audio. */
  @Benchmark
  public int second() {
    int chunk = rate / 50;
    int count = 0;
    for (int at = 0; at < rate; at += chunk) {
      detector.accept(samples, at, chunk);
      heard += chunk;
      if ((at + chunk) * 1_000L / rate % everyMs == 0) {
        long end = (heard * FeatureSpec.SAMPLE_RATE / rate - 800) / FeatureSpec.FRAME_SHIFT;
        int t = (int) Math.min(FeatureSpec.WINDOW_FRAMES, end);
        count += detector.speech(end, t, speech);
      }
    }
    return count;
  }
}
