package org.emotionmonitor.bench.vad;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.vad.SpeechGate;
import org.emotionmonitor.onnx.vad.SileroActivity;
import org.emotionmonitor.onnx.vad.SpeechDetector;

/**
 * The level rule and the model at several thresholds, judging the same frames: those of windows of
 * 600 that do not overlap, and the rest of a leg in the window that ends it.
 */
final class Judges {

  static final float[] THRESHOLDS = {0.3f, 0.4f, 0.5f, 0.7f};

  private static final int WINDOW = FeatureSpec.WINDOW_FRAMES;

  private final SileroActivity silero;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long gateNanos;
  private long modelNanos;
  private double seconds;

  Judges(SileroActivity silero) {
    this.silero = silero;
  }

  /** The heading's cells, for the results of {@link #judge}. */
  static String[] titles() {
    String[] titles = new String[1 + THRESHOLDS.length];
    titles[0] = "level rule";
    for (int i = 0; i < THRESHOLDS.length; i++) {
      titles[1 + i] = String.format(Locale.ROOT, "Silero, %.1f", THRESHOLDS[i]);
    }
    return titles;
  }

  /**
   * Judges a leg.
   *
   * @param speech which frames are speech; the ones beyond its end are not
   * @param counts level rule, then the thresholds
   */
  void judge(float[] samples, int rate, boolean[] speech, Counts[] counts) {
    int capacity = samples.length / (rate / 101) + WINDOW;
    FrontEnd frontEnd = new FrontEnd(rate, capacity);
    frontEnd.accept(samples, 0, samples.length);
    frontEnd.finish();
    int frames = (int) frontEnd.frames();
    long begin = threads.getCurrentThreadCpuTime();
    SpeechDetector detector = silero.resumeAt(frontEnd, rate, capacity, 0);
    float[] probabilities = new float[frames];
    for (int at = 0; at < samples.length; at += rate) {
      detector.accept(samples, at, Math.min(rate, samples.length - at));
      detector.probabilities(1, 1, probabilities);
    }
    detector.finish();
    detector.probabilities(frames, frames, probabilities);
    modelNanos += threads.getCurrentThreadCpuTime() - begin;
    seconds += samples.length / (double) rate;
    boolean[] gate = new boolean[WINDOW];
    for (int from = 0; from < frames; from += WINDOW) {
      int end = Math.min(from + WINDOW, frames);
      int t = Math.min(WINDOW, end);
      begin = threads.getCurrentThreadCpuTime();
      SpeechGate.speechFrames(frontEnd, end, t, gate);
      gateNanos += threads.getCurrentThreadCpuTime() - begin;
      for (int frame = from; frame < end; frame++) {
        boolean is = frame < speech.length && speech[frame];
        counts[0].add(is, gate[frame - (end - t)]);
        for (int i = 0; i < THRESHOLDS.length; i++) {
          counts[1 + i].add(is, probabilities[frame] >= THRESHOLDS[i]);
        }
      }
    }
  }

  /** CPU per second of audio since the last call; the gate judges each frame once. */
  String cost() {
    String text =
        String.format(
            Locale.ROOT,
            "level rule %.3f, Silero %.2f ms",
            gateNanos / 1e6 / seconds,
            modelNanos / 1e6 / seconds);
    gateNanos = 0;
    modelNanos = 0;
    seconds = 0;
    return text;
  }

  static Counts[] counts() {
    Counts[] counts = new Counts[1 + THRESHOLDS.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new Counts();
    }
    return counts;
  }
}
