package org.emotionmonitor.app.topology.leg;

import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.vad.VoiceActivity;

/**
 * A leg's audio as its front end and its speech detector hear it: decoded chunks and the silence
 * between them.
 */
final class LegAudio {

  private final StartRecord start;
  private final FrontEnd frontEnd;
  private final VoiceActivity voice;
  private final Losses losses;
  private final float[] samples;

  /** First sample that the front end hears; the speech detector needs more to begin with. */
  private final long framesFrom;

  /** The front end's own position runs on when it is flushed at the end. */
  private long position;

  /**
   * @param position where in the leg the audio goes on; 0 for a leg that begins
   * @param framesFrom from where on frames are needed, at {@code position} or behind it
   */
  LegAudio(
      StartRecord start,
      LegTiming timing,
      VoiceActivity.Factory voices,
      long position,
      long framesFrom) {
    this.start = start;
    this.position = position;
    this.framesFrom = framesFrom;
    this.frontEnd =
        framesFrom == 0
            ? new FrontEnd(start.sampleRate(), timing.capacityFrames())
            : FrontEnd.resumeAt(start.sampleRate(), timing.capacityFrames(), framesFrom);
    this.voice = voices.resumeAt(frontEnd, start.sampleRate(), timing.capacityFrames(), position);
    this.losses = new Losses(timing.retainedMs() * start.sampleRate() / 1_000);
    this.samples = new float[ChunkLength.maxSamples(start)];
  }

  FrontEnd frontEnd() {
    return frontEnd;
  }

  VoiceActivity voice() {
    return voice;
  }

  /** Samples so far, counted from the leg's begin. */
  long position() {
    return position;
  }

  void append(byte[] audio) {
    int count = start.encoding().decode(audio, 0, audio.length, samples, 0);
    int unheard = (int) unheard(count);
    frontEnd.accept(samples, unheard, count - unheard);
    voice.accept(samples, 0, count);
    position += count;
  }

  void silence(long count) {
    losses.add(position, position + count);
    frontEnd.silence(count - unheard(count));
    voice.silence(count);
    position += count;
  }

  /** How many of the next samples come before those that frames are needed of. */
  private long unheard(long count) {
    return Math.max(0, Math.min(count, framesFrom - position));
  }

  /** The audio is complete. */
  void finish() {
    frontEnd.finish();
    voice.finish();
  }

  /** Share of the window that was lost, in percent. */
  double lossPct(long endFrame, int frames) {
    return losses.percent(input(endFrame - frames), input(endFrame));
  }

  private long input(long frame) {
    return frame * FeatureSpec.FRAME_SHIFT * start.sampleRate() / FeatureSpec.SAMPLE_RATE;
  }
}
