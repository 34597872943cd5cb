package org.emotionmonitor.bench.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotionmonitor.core.audio.AudioFile;
import org.emotionmonitor.core.audio.Resampler;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.quality.SignalQuality;
import org.emotionmonitor.core.vad.SpeechGate;

/**
 * Precision and recall of the speech gate on utterances mixed with noise, and its false-speech rate
 * on the noise alone. Usage: GateReport CORPUS_MANIFEST.csv NOISE_MANIFEST.csv; the first column of
 * each is a file. True speech is what is within 30 dB of the clean utterance's loud frames; a
 * second without speech stands before and after each utterance.
 */
public final class GateReport {

  private static final int RATE = FeatureSpec.SAMPLE_RATE;
  private static final int EVERY = 10;

  private GateReport() {}

  /** Prints Markdown tables. */
  public static void main(String[] args) throws IOException {
    List<float[]> speech = load(Path.of(args[0]), EVERY);
    List<float[]> noise = load(Path.of(args[1]), 1);
    System.out.println("| SNR, dB | precision | recall | SNR estimate, median |");
    System.out.println("|---|---|---|---|");
    for (double snr : new double[] {Double.POSITIVE_INFINITY, 20, 10, 5, 0}) {
      mixed(speech, noise, snr);
    }
    long windows = 0;
    double marked = 0;
    for (float[] clip : noise) {
      for (int at = 0; at + 3 * RATE <= clip.length; at += 6 * RATE) {
        FrontEnd frontEnd =
            frontEnd(Arrays.copyOfRange(clip, at, Math.min(clip.length, at + 6 * RATE)));
        int t = (int) frontEnd.frames();
        marked += SpeechGate.speechFrames(frontEnd, t, t, new boolean[t]) / (double) t;
        windows++;
      }
    }
    System.out.printf(
        "%nfalse speech on %d windows of noise alone: %.2f%n", windows, marked / windows);
  }

  private static void mixed(List<float[]> speech, List<float[]> noise, double snr) {
    long[] counts = new long[3];
    List<Double> estimates = new ArrayList<>();
    for (int k = 0; k < speech.size(); k++) {
      float[] clean = new float[speech.get(k).length + 2 * RATE];
      System.arraycopy(speech.get(k), 0, clean, RATE, speech.get(k).length);
      boolean[] truth = truth(clean);
      FrontEnd frontEnd = frontEnd(mix(clean, noise.get(k * 7 % noise.size()), truth, snr));
      int t = (int) frontEnd.frames();
      boolean[] out = new boolean[t];
      SpeechGate.speechFrames(frontEnd, t, t, out);
      for (int i = 0; i < t; i++) {
        counts[0] += out[i] && truth[i] ? 1 : 0;
        counts[1] += out[i] && !truth[i] ? 1 : 0;
        counts[2] += !out[i] && truth[i] ? 1 : 0;
      }
      double estimate = SignalQuality.of(frontEnd, t, t, out).snrDb();
      if (!Double.isNaN(estimate)) {
        estimates.add(estimate);
      }
    }
    estimates.sort(null);
    System.out.printf(
        "| %s | %.2f | %.2f | %.1f |%n",
        Double.isInfinite(snr) ? "clean" : "%.0f".formatted(snr),
        counts[0] / (double) (counts[0] + counts[1]),
        counts[0] / (double) (counts[0] + counts[2]),
        estimates.get(estimates.size() / 2));
  }

  private static FrontEnd frontEnd(float[] samples) {
    FrontEnd frontEnd = new FrontEnd(RATE, samples.length / FeatureSpec.FRAME_SHIFT + 1);
    frontEnd.accept(samples, 0, samples.length);
    return frontEnd;
  }

  private static boolean[] truth(float[] clean) {
    FrontEnd frontEnd = frontEnd(clean);
    float[] levels = new float[(int) frontEnd.frames()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = frontEnd.levelDb(i);
    }
    float[] sorted = levels.clone();
    Arrays.sort(sorted);
    float loud = sorted[(int) (sorted.length * 0.97)];
    boolean[] truth = new boolean[levels.length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = levels[i] > loud - 30;
    }
    return truth;
  }

  private static float[] mix(float[] clean, float[] noise, boolean[] truth, double snr) {
    double active = 0;
    int samples = 0;
    for (int i = 0; i < truth.length; i++) {
      for (int j = 0; truth[i] && j < FeatureSpec.FRAME_SHIFT; j++, samples++) {
        float x = clean[i * FeatureSpec.FRAME_SHIFT + j];
        active += x * x;
      }
    }
    double power = 1e-12;
    for (float x : noise) {
      power += x * x / noise.length;
    }
    double gain = Math.sqrt(active / samples / power * Math.pow(10, -snr / 10));
    float[] out = clean.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] += (float) (gain * noise[i % noise.length]);
    }
    return out;
  }

  private static List<float[]> load(Path manifest, int every) throws IOException {
    List<float[]> all = new ArrayList<>();
    List<String> lines = Files.readAllLines(manifest);
    for (int i = 1; i < lines.size(); i += every) {
      Path file = manifest.resolveSibling(lines.get(i).split(",", 2)[0]);
      int rate;
      try (AudioFile audio = AudioFile.open(file)) {
        rate = audio.sampleRate();
      }
      all.add(resample(AudioFile.readAll(file)[0], rate));
    }
    return all;
  }

  private static float[] resample(float[] in, int rate) {
    float[] out = new float[(int) Math.ceil(in.length * (double) RATE / rate) + 1];
    int[] count = new int[1];
    Resampler resampler =
        new Resampler(
            rate,
            0,
            (samples, off, n) -> {
              System.arraycopy(samples, off, out, count[0], n);
              count[0] += n;
            });
    resampler.accept(in, 0, in.length);
    resampler.finish();
    return Arrays.copyOf(out, count[0]);
  }
}
