package org.emotionmonitor.bench.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.bench.Recording;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.level.ActiveLevel;
import org.emotionmonitor.core.quality.SignalQuality;
import org.emotionmonitor.core.vad.LevelActivity;
import org.emotionmonitor.core.vad.VoiceActivity;

/**
 * The SNR estimate and the active level on utterances mixed with noise. Usage: QualityReport
 * CORPUS_MANIFEST.csv NOISE_MANIFEST.csv [silero|level]; the first column of each is a file. The
 * power of speech is that of the frames within 30 dB of the clean utterance's loud ones; a second
 * without speech stands before and after each utterance.
 */
public final class QualityReport {

  private static final int RATE = FeatureSpec.SAMPLE_RATE;
  private static final int EVERY = 10;

  private QualityReport() {}

  /** Prints a Markdown table. */
  public static void main(String[] args) throws IOException {
    List<float[]> speech = load(Path.of(args[0]), EVERY);
    List<float[]> noise = load(Path.of(args[1]), 1);
    System.out.println(
        "| SNR, dB | told for | SNR estimate: median | quartiles | level, difference to clean, dB |");
    System.out.println("|---|---|---|---|---|");
    try (VoiceActivity.Factory voices = Heard.detector(args.length > 2 ? args[2] : "silero")) {
      for (double snr : new double[] {40, 30, 20, 10, 5, 0}) {
        mixed(speech, noise, snr, voices);
      }
    }
  }

  private static void mixed(
      List<float[]> speech, List<float[]> noise, double snr, VoiceActivity.Factory voices) {
    List<Double> estimates = new ArrayList<>();
    List<Double> levels = new ArrayList<>();
    for (int k = 0; k < speech.size(); k++) {
      float[] clean = new float[speech.get(k).length + 2 * RATE];
      System.arraycopy(speech.get(k), 0, clean, RATE, speech.get(k).length);
      Heard alone = Heard.of(clean, RATE, LevelActivity.factory());
      float[] mix = mix(clean, noise.get(k * 7 % noise.size()), alone.loud(), snr);
      Heard heard = Heard.of(mix, RATE, voices);
      int t = heard.frames();
      double estimate = SignalQuality.of(heard.frontEnd(), t, t, heard.speech()).snrDb();
      if (!Double.isNaN(estimate)) {
        estimates.add(estimate);
      }
      levels.add(level(heard) - level(alone));
    }
    estimates.sort(null);
    levels.sort(null);
    System.out.printf(
        "| %.0f | %d of %d | %.1f | %.1f to %.1f | %+.1f |%n",
        snr,
        estimates.size(),
        speech.size(),
        quantile(estimates, 0.5),
        quantile(estimates, 0.25),
        quantile(estimates, 0.75),
        quantile(levels, 0.5));
  }

  private static double level(Heard heard) {
    return ActiveLevel.of(heard.frontEnd().envelope(0, heard.frames())).dbov();
  }

  private static double quantile(List<Double> sorted, double share) {
    return sorted.get((int) (share * (sorted.size() - 1)));
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
      all.add(Recording.load(file, RATE));
    }
    return all;
  }
}
