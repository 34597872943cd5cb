package org.emotionmonitor.trainer.augment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes a window as the live system sees it: up to 6 s of one speaker, with pauses before, between
 * and after the utterances, cut where the window's clock happens to fall.
 */
public final class CallWindow {

  /** Length of the live system's window. */
  public static final double WINDOW_SECONDS = 6.0;

  /** Less speech than this at a cut would leave too little to hear the label by. */
  private static final double KEPT_SECONDS = 1.2;

  private CallWindow() {}

  /**
   * Lays out {@code clips}, which must share sample rate, speaker and emotion, and cuts the window.
   * The rate is that of all the speech laid out; the level is measured in the window, if it is
   * known of the first clip.
   */
  static Clip of(List<Clip> clips, Random random) {
    int rate = clips.get(0).sampleRate();
    List<float[]> parts = new ArrayList<>();
    parts.add(pause(0, 1.5, rate, random));
    for (int i = 0; i < clips.size(); i++) {
      if (i > 0) {
        parts.add(pause(0.1, 1.0, rate, random));
      }
      parts.add(clips.get(i).samples());
    }
    parts.add(pause(0, 1.5, rate, random));
    float[] line = join(parts);
    return new Clip(
            cut(line, parts.get(0).length, rate, random),
            rate,
            clips.stream().mapToDouble(Clip::syllables).sum(),
            clips.stream().mapToDouble(Clip::speechSeconds).sum(),
            clips.get(0).activeLevelDb())
        .remeasured();
  }

  private static float[] pause(double low, double high, int rate, Random random) {
    return new float[(int) (rate * Level.uniform(low, high, random))];
  }

  private static float[] join(List<float[]> parts) {
    float[] joined = new float[parts.stream().mapToInt(p -> p.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }

  /** A window of the line that ends behind the first stretch of speech. */
  private static float[] cut(float[] line, int speechStart, int rate, Random random) {
    int window = (int) (WINDOW_SECONDS * rate);
    int earliest = Math.min(line.length, speechStart + (int) (KEPT_SECONDS * rate));
    int end =
        line.length <= window && random.nextBoolean()
            ? line.length
            : earliest + random.nextInt(line.length - earliest + 1);
    int start = Math.max(0, end - window);
    float[] out = new float[end - start];
    System.arraycopy(line, start, out, 0, out.length);
    return out;
  }
}
