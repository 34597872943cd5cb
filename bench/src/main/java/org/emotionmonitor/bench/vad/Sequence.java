package org.emotionmonitor.bench.vad;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.FrontEnd;

/**
 * Utterances with pauses before them, at 22,050 Hz, and which of their frames are speech.
 *
 * <p>Speech is what is less than 30 dB softer than the utterance's loud frames (95th percentile);
 * gaps up to 200 ms are within speech. The utterances are made equally loud.
 *
 * @param speech by frame of the feature clock
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from the maker to the measurement, not compared.
record Sequence(float[] samples, boolean[] speech) {

  private static final int RATE = FeatureSpec.SAMPLE_RATE;
  private static final int PAUSE = RATE * 3 / 2;
  private static final float RANGE_DB = 30;
  private static final int MAX_GAP = 20;

  /**
   * @param levelDb power of the speech frames, in dB re full scale
   */
  static Sequence of(List<Clip> utterances, double levelDb) throws IOException {
    float[] samples = new float[0];
    boolean[] speech = new boolean[0];
    for (Clip clip : utterances) {
      float[] utterance = clip.load(RATE);
      float[] levels = levels(utterance);
      boolean[] marks = marks(levels);
      double gain = Math.pow(10, (levelDb - activeDb(levels, marks)) / 20);
      int start = samples.length + PAUSE;
      samples = Arrays.copyOf(samples, start + utterance.length);
      for (int i = 0; i < utterance.length; i++) {
        samples[start + i] = (float) (gain * utterance[i]);
      }
      int frame = Math.round(start / (float) FeatureSpec.FRAME_SHIFT);
      speech = Arrays.copyOf(speech, frame + marks.length);
      System.arraycopy(marks, 0, speech, frame, marks.length);
    }
    return new Sequence(samples, speech);
  }

  /** These samples with a noise under them, so many dB below the speech's level. */
  float[] with(float[] noise, double speechDb, double snrDb) {
    double power = 1e-12;
    for (float x : noise) {
      power += x * x / noise.length;
    }
    float gain = (float) Math.sqrt(Math.pow(10, (speechDb - snrDb) / 10) / power);
    float[] out = samples.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] += gain * noise[i % noise.length];
    }
    return out;
  }

  private static float[] levels(float[] samples) {
    int frames = samples.length / FeatureSpec.FRAME_SHIFT + 1;
    FrontEnd frontEnd = new FrontEnd(RATE, Math.max(frames, FeatureSpec.DELTA_WIDTH));
    frontEnd.accept(samples, 0, samples.length);
    float[] levels = new float[(int) frontEnd.frames()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = frontEnd.levelDb(i);
    }
    return levels;
  }

  private static boolean[] marks(float[] levels) {
    float[] sorted = levels.clone();
    Arrays.sort(sorted);
    float threshold = sorted[(int) (sorted.length * 0.95)] - RANGE_DB;
    boolean[] marks = new boolean[levels.length];
    int last = -1;
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] > threshold) {
        if (last >= 0 && i - last <= MAX_GAP) {
          Arrays.fill(marks, last, i, true);
        }
        marks[i] = true;
        last = i;
      }
    }
    return marks;
  }

  private static double activeDb(float[] levels, boolean[] marks) {
    double power = 0;
    int count = 0;
    for (int i = 0; i < levels.length; i++) {
      if (marks[i]) {
        power += Math.pow(10, levels[i] / 10);
        count++;
      }
    }
    return 10 * Math.log10(power / count);
  }
}
