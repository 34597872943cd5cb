package org.emotionmonitor.app.topology;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.app.scoring.Model;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.Scores;

/**
 * Audio that says what the model shall answer: one letter is one second, and one window. {@code U}
 * is loud, and taken for unfriendly speech (0.9); {@code m} is softer (0.5); {@code n} is softest
 * (0.1); {@code _} is silence. As the answer follows from the audio alone, a window that is scored
 * again after a restart gets the same one.
 */
final class SpokenScript {

  static final double UNFRIENDLY = 0.9;
  static final double MAYBE = 0.5;
  static final double NOT = 0.1;

  private static final int RATE = 8_000;

  /** The first window ends after 1.5 s, the others a second after each other. */
  private static final int LEAD = RATE / 2;

  /** So that the last window is complete. */
  private static final int TAIL = RATE / 5;

  private static final double STEP_DB = 12;

  private SpokenScript() {}

  /** The chunks of a leg that follows {@code script}; blanks count for nothing. */
  static List<Chunk> chunks(String script) {
    String letters = script.replace(" ", "");
    float[] voice = new float[LEAD + RATE * letters.length() + TAIL];
    for (int i = 0; i < voice.length; i++) {
      int at = Math.max(0, i - LEAD) / RATE;
      voice[i] = (float) (gain(letters.charAt(Math.min(at, letters.length() - 1))) * voice(i));
    }
    byte[] audio = new byte[voice.length];
    Encoding.PCMU.encode(voice, 0, voice.length, audio, 0);
    return TestLeg.chunks(audio);
  }

  /** Three syllables a second, of one pitch, so that the level follows from the letter alone. */
  private static double voice(int sample) {
    double t = (double) sample / RATE;
    double wave = Math.sin(2 * Math.PI * 150 * t) + 0.5 * Math.sin(2 * Math.PI * 465 * t);
    return 0.2 * Math.max(0, Math.sin(2 * Math.PI * 3 * t)) * wave;
  }

  private static double gain(char letter) {
    return switch (letter) {
      case 'U' -> 1;
      case 'm' -> Math.pow(10, -STEP_DB / 20);
      case 'n' -> Math.pow(10, -2 * STEP_DB / 20);
      case '_' -> 0;
      default -> throw new IllegalArgumentException("no such letter: " + letter);
    };
  }

  /** The model that reads it. */
  static Model model() {
    return new Reader();
  }

  private static final class Reader implements Model {

    private static final List<String> EMOTIONS = Labelled.labels(Emotion.class);
    private static final List<String> RATES = Labelled.labels(Rate.class);
    private static final List<String> VOLUMES = Labelled.labels(Volume.class);
    private static final int BAND = 3 * FeatureSpec.MFCC;

    /** Frames at the end of a window that lie within the last letter, but for the last two. */
    private static final int LAST = 85;

    /** Log-mel of the loudest band in the loudest frame: 14.7 dB for U, 12 less for each step. */
    private static final double LOUD_DB = 8.7;

    private static final double SOFT_DB = LOUD_DB - STEP_DB;
    private static final double SILENT_DB = -40;

    @Override
    public ModelRef ref() {
      return new ModelRef("script", "0", "0123456789ab");
    }

    @Override
    public Scores score(FloatBuffer features, int[] lengths, int n, int t) {
      float[][] emotion = new float[n][];
      float[][] rate = new float[n][RATES.size()];
      float[][] volume = new float[n][VOLUMES.size()];
      float[][] attention = new float[n][t];
      for (int i = 0; i < n; i++) {
        emotion[i] =
            answer(top(features, features.position() + i * t * FeatureSpec.FEATURES, lengths[i]));
        rate[i][RATES.indexOf("medium")] = 1;
        volume[i][VOLUMES.indexOf("medium")] = 1;
        Arrays.fill(attention[i], 0, lengths[i], 1f / lengths[i]);
      }
      return new Scores(emotion, rate, volume, attention);
    }

    private static double top(FloatBuffer features, int window, int length) {
      double top = Double.NEGATIVE_INFINITY;
      for (int frame = Math.max(0, length - LAST); frame < length - 2; frame++) {
        for (int band = 0; band < FeatureSpec.MEL_BANDS; band++) {
          int at = window + frame * FeatureSpec.FEATURES + BAND + band;
          top = Math.max(top, features.get(at));
        }
      }
      return top;
    }

    private static float[] answer(double db) {
      double unfriendly =
          db < SILENT_DB || (db > SOFT_DB && db <= LOUD_DB)
              ? MAYBE
              : db > LOUD_DB ? UNFRIENDLY : NOT;
      float[] answer = new float[EMOTIONS.size()];
      answer[EMOTIONS.indexOf("unfriendly")] = (float) unfriendly;
      answer[EMOTIONS.indexOf("neutral")] = (float) (1 - unfriendly);
      return answer;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
