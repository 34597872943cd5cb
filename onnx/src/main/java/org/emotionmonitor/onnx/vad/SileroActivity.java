package org.emotionmonitor.onnx.vad;

import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.vad.VoiceActivity;

/**
 * Makes the detectors of the legs of a process, with one model of either rate for all of them. Safe
 * for use by several threads, unlike the detectors that it makes.
 */
public final class SileroActivity implements VoiceActivity.Factory {

  private final SpeechModel narrow;
  private final SpeechModel wide;

  private SileroActivity(SpeechModel narrow, SpeechModel wide) {
    this.narrow = narrow;
    this.wide = wide;
  }

  /**
   * Opens the models.
   *
   * @throws org.emotionmonitor.onnx.ModelException if they do not load
   */
  public static SileroActivity open() {
    return new SileroActivity(SpeechModel.open(ModelRate.NARROW), SpeechModel.open(ModelRate.WIDE));
  }

  @Override
  public SpeechDetector resumeAt(
      FrontEnd frontEnd, int sampleRate, int capacityFrames, long inputPosition) {
    SpeechModel model = ModelRate.of(sampleRate) == ModelRate.NARROW ? narrow : wide;
    return SpeechDetector.resumeAt(model, sampleRate, capacityFrames, inputPosition);
  }

  @Override
  public int leadMs() {
    return SpeechDetector.LEAD_MS;
  }

  /** Frees the models. The detectors are of no use any more. */
  @Override
  public void close() {
    narrow.close();
    wide.close();
  }
}
