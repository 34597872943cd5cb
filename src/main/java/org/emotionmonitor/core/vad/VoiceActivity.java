package org.emotionmonitor.core.vad;

import org.emotionmonitor.core.frontend.FrontEnd;

/**
 * Tells which frames of one leg are speech. It gets the same audio as the leg's {@link FrontEnd},
 * call by call, and answers for frames that the front end has.
 *
 * <p>An answer depends on nothing but the audio around the window's positions: neither the sizes of
 * the chunks, nor when it is asked, nor a restart in mid-leg changes it. Not thread-safe.
 */
public interface VoiceActivity {

  /** Makes the voice activity of legs. */
  @FunctionalInterface
  interface Factory extends AutoCloseable {

    /**
     * Voice activity of a leg whose next sample is {@code inputPosition}; 0 for a leg that begins.
     *
     * @param frontEnd of the leg, for detectors that judge by its frames
     * @param sampleRate the leg's, in Hz
     * @param capacityFrames frames before the newest one that may be asked for
     */
    VoiceActivity resumeAt(
        FrontEnd frontEnd, int sampleRate, int capacityFrames, long inputPosition);

    /**
     * Milliseconds of audio that are needed before a window, so that after a restart the answers
     * for it are those of the uninterrupted leg; the resampler's few included.
     */
    default int leadMs() {
      return 0;
    }

    /** Frees what the legs share; their voice activity is of no use any more. */
    @Override
    default void close() {}
  }

  /** Accepts samples at the leg's rate, in [-1, 1]. */
  void accept(float[] samples, int off, int len);

  /** Accepts lost audio as that many samples of digital silence, at the leg's rate. */
  void silence(long samples);

  /** Ends the leg. Nothing can be accepted after it. */
  void finish();

  /**
   * Marks the speech frames of the window of {@code t} frames that ends before {@code endFrame}.
   *
   * @param out [t] or longer; out[i] tells of frame endFrame - t + i
   * @return speech frames
   * @throws IllegalStateException if frames of the window are no longer or not yet known
   */
  int speech(long endFrame, int t, boolean[] out);
}
