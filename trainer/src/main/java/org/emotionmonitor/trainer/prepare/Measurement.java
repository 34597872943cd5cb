package org.emotionmonitor.trainer.prepare;

import java.io.IOException;
import java.nio.file.Path;
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
    boolean[] speech = new boolean[frames];
    int active = SpeechGate.speechFrames(frontEnd, frames, frames, speech);
    return new Measurement(
        seconds,
        rate,
        active == 0 ? Double.NaN : extent(speech) * FRAME_SECONDS,
        SpeechLevel.of(samples, rate),
        active == 0 ? Double.NaN : SyllableRate.of(frontEnd, frames, frames, speech));
  }

  private static int extent(boolean[] speech) {
    int first = 0;
    while (!speech[first]) {
      first++;
    }
    int last = speech.length - 1;
    while (!speech[last]) {
      last--;
    }
    return last - first + 1;
  }
}
