package org.emotionmonitor.core.vad;

import org.emotionmonitor.core.frontend.FrontEnd;

/** Voice activity by {@link SpeechGate}, from the levels that the front end has computed anyway. */
public final class LevelActivity implements VoiceActivity {

  private final FrontEnd frontEnd;

  /** Voice activity of the front end's leg. */
  public LevelActivity(FrontEnd frontEnd) {
    this.frontEnd = frontEnd;
  }

  /** Makes them for the legs of a stream. */
  public static Factory factory() {
    return (frontEnd, sampleRate, capacityFrames, inputPosition) -> new LevelActivity(frontEnd);
  }

  @Override
  public void accept(float[] samples, int off, int len) {
    // The front end has the audio.
  }

  @Override
  public void silence(long samples) {
    // The front end has the audio.
  }

  @Override
  public void finish() {
    // The front end knows.
  }

  @Override
  public int speech(long endFrame, int t, boolean[] out) {
    return SpeechGate.speechFrames(frontEnd, endFrame, t, out);
  }
}
