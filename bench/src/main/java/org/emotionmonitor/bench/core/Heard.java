package org.emotionmonitor.bench.core;

import java.util.Arrays;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.vad.LevelActivity;
import org.emotionmonitor.core.vad.VoiceActivity;
import org.emotionmonitor.onnx.vad.SileroActivity;

/**
 * Audio as the front end and the speech detector of a leg hear it, from beginning to end.
 *
 * @param frontEnd holds all of its frames
 * @param speech [frames]
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
record Heard(FrontEnd frontEnd, boolean[] speech) {

  private static final int MARGIN = 2;

  /** The detectors of the key {@code speech.detector}: silero, the default, or level. */
  static VoiceActivity.Factory detector(String name) {
    return switch (name) {
      case "silero" -> SileroActivity.open();
      case "level" -> LevelActivity.factory();
      default ->
          throw new IllegalArgumentException(
              "detector \"%s\" is not known; give silero or level".formatted(name));
    };
  }

  static Heard of(float[] samples, int sampleRate, VoiceActivity.Factory voices) {
    long resampled = (long) samples.length * FeatureSpec.SAMPLE_RATE / sampleRate;
    int capacity = (int) (resampled / FeatureSpec.FRAME_SHIFT) + FeatureSpec.DELTA_WIDTH + MARGIN;
    FrontEnd frontEnd = new FrontEnd(sampleRate, capacity);
    VoiceActivity voice = voices.resumeAt(frontEnd, sampleRate, capacity, 0);
    frontEnd.accept(samples, 0, samples.length);
    voice.accept(samples, 0, samples.length);
    frontEnd.finish();
    voice.finish();
    boolean[] speech = new boolean[(int) frontEnd.frames()];
    voice.speech(speech.length, speech.length, speech);
    return new Heard(frontEnd, speech);
  }

  int frames() {
    return speech.length;
  }

  /** Levels of the frames in dB re full scale. */
  float[] levels() {
    float[] levels = new float[frames()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = frontEnd.levelDb(i);
    }
    return levels;
  }

  /** What is within 30 dB of the loud frames: the speech of a clean recording. */
  boolean[] loud() {
    float[] levels = levels();
    float[] sorted = levels.clone();
    Arrays.sort(sorted);
    float loud = sorted[(int) (sorted.length * 0.97)];
    boolean[] out = new boolean[levels.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = levels[i] > loud - 30;
    }
    return out;
  }
}
