package org.emotionmonitor.trainer.augment;

import java.io.IOException;
import org.emotionmonitor.core.audio.AudioFile;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.Utterance;

/**
 * Audio with what is measured of it.
 *
 * @param samples mono, in [-1, 1]
 * @param sampleRate in Hz
 * @param syllables NaN if unknown
 * @param speechSeconds seconds of speech; NaN if unknown
 * @param activeLevelDb mean level of the speech in dB re full scale; NaN if unknown
 */
public record Clip(
    float[] samples, int sampleRate, double syllables, double speechSeconds, double activeLevelDb) {

  /**
   * Reads the first channel of an utterance's file.
   *
   * @throws TrainerException that names the manifest's row, if the file cannot be read
   */
  public static Clip read(Utterance utterance) {
    try (AudioFile audio = AudioFile.open(utterance.file())) {
      int rate = audio.sampleRate();
      float[] samples = AudioFile.readAll(utterance.file())[0];
      return new Clip(
              samples,
              rate,
              utterance.syllables(),
              utterance.speechSeconds(),
              utterance.activeLevelDb())
          .remeasured();
    } catch (IOException e) {
      throw new TrainerException(
          "manifest row %d: file \"%s\" cannot be read as audio: %s"
              .formatted(utterance.row(), utterance.name(), e.getMessage()),
          e);
    }
  }

  /** Syllables per second of speech; NaN if unknown. */
  public double syllablesPerSecond() {
    return syllables / speechSeconds;
  }

  /** The same measurements on other samples. */
  Clip with(float[] other, int rate) {
    return new Clip(other, rate, syllables, speechSeconds, activeLevelDb);
  }

  /** With the active level that the samples have now; an unknown one stays unknown. */
  Clip remeasured() {
    return Double.isNaN(activeLevelDb)
        ? this
        : new Clip(
            samples, sampleRate, syllables, speechSeconds, SpeechLevel.of(samples, sampleRate));
  }

  /** Seconds of audio. */
  double seconds() {
    return samples.length / (double) sampleRate;
  }
}
