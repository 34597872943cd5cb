package org.emotionmonitor.app.topology.leg;

import org.emotionmonitor.core.vad.VoiceActivity;

/**
 * Finds where speech has ended that no window has heard to its end. It is looked for at fixed
 * positions only, {@value #STEP_FRAMES} frames apart, and what is found depends on the audio since
 * the window before alone: so it is the same however the audio comes, and after a restart.
 *
 * <p>Shortly after a window nothing is looked for: that window has heard all speech that could have
 * ended by then. With a hop of 1 s and 500 ms of silence one position of a hop is left.
 */
final class SpeechEnds {

  private static final int STEP_FRAMES = 25;

  /** Less is a click, or the tail of a word that the window before has heard. */
  private static final int MIN_SPEECH_FRAMES = 10;

  private final int silenceFrames;

  /**
   * @param silenceFrames without speech that end it; 0: speech never ends
   */
  SpeechEnds(int silenceFrames) {
    this.silenceFrames = silenceFrames;
  }

  /** The first position to look at after a window that ended at {@code lastEnd}. */
  long firstAfter(long lastEnd) {
    if (silenceFrames == 0) {
      return Long.MAX_VALUE;
    }
    return ((lastEnd + silenceFrames) / STEP_FRAMES + 1) * STEP_FRAMES;
  }

  /** The position to look at after {@code position}. */
  long next(long position) {
    return position + STEP_FRAMES;
  }

  /**
   * Whether there was speech after {@code from}, and then none for long enough until {@code
   * position}.
   */
  boolean endedAt(VoiceActivity voice, long from, long position) {
    boolean[] speech = new boolean[(int) (position - from)];
    if (voice.speech(position, speech.length, speech) < MIN_SPEECH_FRAMES) {
      return false;
    }
    int silent = 0;
    while (!speech[speech.length - 1 - silent]) {
      silent++;
    }
    return silent >= silenceFrames;
  }
}
