package org.emotionmonitor.trainer.augment;

import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.AudioProcessor;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;

/** Runs one block at a time through a processor of TarsosDSP, without its dispatcher. */
final class TarsosEvent {

  private final AudioEvent event;

  TarsosEvent(int sampleRate) {
    event = new AudioEvent(new TarsosDSPAudioFormat(sampleRate, Short.SIZE, 1, true, false));
  }

  /**
   * The block that the processor makes of {@code length} samples from {@code from} on, scaled; what
   * lies outside of the clip is silence.
   */
  float[] process(AudioProcessor processor, float[] samples, int from, int length, float scale) {
    float[] block = new float[length];
    int first = Math.max(0, -from);
    int last = Math.min(length, samples.length - from);
    for (int i = first; i < last; i++) {
      block[i] = scale * samples[from + i];
    }
    event.setFloatBuffer(block);
    processor.process(event);
    return event.getFloatBuffer();
  }
}
