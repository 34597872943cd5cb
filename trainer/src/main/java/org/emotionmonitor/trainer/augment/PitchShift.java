package org.emotionmonitor.trainer.augment;

import be.tarsos.dsp.PitchShifter;

/** Speaks higher or lower in the same time, by TarsosDSP's phase vocoder. */
final class PitchShift {

  /**
   * Frames that overlap at any moment. With 4, as is usual, the shifter drops the beginning of the
   * next frame from each: 13 to 20 dB of noise below the voice. With 8 it is 32 to 44 dB.
   */
  private static final int OVERLAPPING = 8;

  private static final double FRAME_SECONDS = 0.046;

  /** It complains above 1, and is linear: it is given less, and its level is set afterwards. */
  private static final float INNER_PEAK = 0.1f;

  private PitchShift() {}

  /** The clip higher by {@code semitones}; its level as a whole is kept. */
  static Clip of(Clip clip, double semitones) {
    float peak = Decibels.peak(clip.samples());
    if (peak == 0) {
      return clip;
    }
    float[] out = shift(clip, Math.pow(2, semitones / 12), INNER_PEAK / peak);
    return clip.with(Level.matched(out, clip.samples()), clip.sampleRate()).remeasured();
  }

  private static float[] shift(Clip clip, double factor, float scale) {
    int size = Integer.highestOneBit((int) (FRAME_SECONDS * clip.sampleRate() * 1.5));
    int step = size / OVERLAPPING;
    PitchShifter shifter = new PitchShifter(factor, clip.sampleRate(), size, size - step);
    TarsosEvent event = new TarsosEvent(clip.sampleRate());
    float[] in = clip.samples();
    float[] out = new float[in.length];
    for (int from = step - size; from + step < in.length; from += step) {
      float[] block = event.process(shifter, in, from, size, scale);
      // The finished samples are the frame's second step; they come at the block's end.
      for (int i = Math.max(0, -from - step); i < step && from + step + i < in.length; i++) {
        out[from + step + i] = block[size - step + i];
      }
    }
    return out;
  }
}
