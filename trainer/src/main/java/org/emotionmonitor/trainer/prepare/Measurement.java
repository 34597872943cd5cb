package org.emotionmonitor.trainer.prepare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.emotionmonitor.core.audio.AudioFile;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.rate.SyllableRate;
import org.emotionmonitor.core.vad.SpeechGate;
import org.emotionmonitor.trainer.augment.SpeechLevel;

/**
 * What is measured of a recording.
 *
 * @param seconds length of the file
 * @param speechSeconds from the first to the last frame of speech; NaN if there is none
 * @param levelDb active speech level (ITU-T P.56) in dB re full scale; NaN of silence
 * @param syllablesPerSecond counted in the signal; NaN if there is too little speech
 */
record Measurement(
    double seconds,
    int sampleRate,
    double speechSeconds,
    double levelDb,
    double syllablesPerSecond) {

  private static final float RANGE_DB = 38;
  private static final float NOISY_RANGE_DB = 25;
  private static final float ABOVE_NOISE_DB = 6;

  private static final double FRAME_SECONDS =
      FeatureSpec.FRAME_SHIFT / (double) FeatureSpec.SAMPLE_RATE;

  /**
   * Measures the first channel.
   *
   * @throws IOException if the file is not audio or is broken
   */
  static Measurement of(Path file) throws IOException {
    int rate;
    try (AudioFile audio = AudioFile.open(file)) {
      rate = audio.sampleRate();
    }
    float[] samples = AudioFile.readAll(file)[0];
    double seconds = samples.length / (double) rate;
    int capacity = Math.max(FeatureSpec.DELTA_WIDTH, (int) (seconds / FRAME_SECONDS) + 2);
    FrontEnd frontEnd = new FrontEnd(rate, capacity);
    frontEnd.accept(samples, 0, samples.length);
    frontEnd.finish();
    int frames = (int) frontEnd.frames();
    float[] levels = new float[frames];
    for (int i = 0; i < frames; i++) {
      levels[i] = frontEnd.levelDb(i);
    }
    boolean[] speech = new boolean[frames];
    int active = SpeechGate.speechFrames(levels, speech);
    return new Measurement(
        seconds,
        rate,
        active == 0 ? Double.NaN : extent(levels) * FRAME_SECONDS,
        SpeechLevel.of(samples, rate),
        active == 0 ? Double.NaN : SyllableRate.of(frontEnd, frames, frames, speech));
  }

  /** Frames from the first to the last one that is loud enough to be speech. */
  private static int extent(float[] levels) {
    float threshold = threshold(levels);
    int first = 0;
    while (levels[first] < threshold) {
      first++;
    }
    int last = levels.length - 1;
    while (levels[last] < threshold) {
      last--;
    }
    return last - first + 1;
  }

  /** 38 dB below the loudest frame, or higher where the noise of the recording is. */
  private static float threshold(float[] levels) {
    float[] sorted = levels.clone();
    Arrays.sort(sorted);
    float loudest = sorted[sorted.length - 1];
    float noise = sorted[sorted.length / 20] + ABOVE_NOISE_DB;
    return Math.max(loudest - RANGE_DB, Math.min(noise, loudest - NOISY_RANGE_DB));
  }
}
