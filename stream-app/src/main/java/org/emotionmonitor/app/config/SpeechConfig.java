package org.emotionmonitor.app.config;

/**
 * What counts as speech.
 *
 * @param detector who tells speech from other sounds
 * @param minSpeechMs speech that a window needs to be scored, in ms
 */
public record SpeechConfig(Detector detector, int minSpeechMs) {

  /** The speech detectors. */
  public enum Detector {
    /** Silero VAD, a neural network. */
    SILERO,
    /** A rule on levels: cheap, and fooled by any sound that comes and goes. */
    LEVEL
  }
}
