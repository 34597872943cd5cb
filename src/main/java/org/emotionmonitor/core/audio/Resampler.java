package org.emotionmonitor.core.audio;

import org.emotionmonitor.core.features.FeatureSpec;

/**
 * Streaming resampler to {@value FeatureSpec#SAMPLE_RATE} Hz: a polyphase windowed sinc without
 * delay, so output sample n lies at time n / 22,050 s of the input.
 *
 * <p>Every input sample is added, in order, to the outputs that it reaches; so an output is the
 * same sum in the same order whatever the sizes of the chunks and wherever the stream was begun, as
 * long as all the inputs that it reaches were given. 22,050 Hz passes through unchanged.
 */
public final class Resampler {

  /** Takes resampled samples; they are valid only during the call. */
  @FunctionalInterface
  public interface Output {
    /** Takes {@code count} samples from {@code offset} on. */
    void accept(float[] samples, int offset, int count);
  }

  private static final int BLOCK = 512;

  private final ResamplerTaps taps;
  private final Output output;
  private final long firstOutput;
  private final float[] sums;
  private long sumsBase;
  private long emitted;
  private long position;
  private boolean finished;

  /**
   * A resampler whose first input sample has the absolute position {@code inputPosition}.
   *
   * @param sampleRate of the input: 8,000 to 48,000 Hz in steps of 25 Hz
   * @param inputPosition 0 at the beginning of a leg (silence before it), more in mid-leg (outputs
   *     that reach before it do not exist)
   * @param output takes the samples from {@link #firstOutput()} on
   */
  public Resampler(int sampleRate, long inputPosition, Output output) {
    this.taps = ResamplerTaps.of(sampleRate);
    this.output = output;
    this.position = inputPosition;
    boolean identity = taps.up == taps.down;
    long reached = Math.floorDiv((inputPosition - 1) * taps.up + taps.reach, (long) taps.down) + 1;
    this.firstOutput = identity || inputPosition == 0 ? inputPosition : reached;
    this.emitted = firstOutput;
    this.sumsBase = Math.min(firstOutput, nextReached());
    int block = (int) ((long) BLOCK * taps.up / taps.down) + 2;
    this.sums = identity ? new float[0] : new float[block + 2 * taps.span + 2];
  }

  /** Absolute position of the first output sample that exists. */
  public long firstOutput() {
    return firstOutput;
  }

  /** Input samples accepted so far, absolute. */
  public long inputPosition() {
    return position;
  }

  /** Accepts {@code len} samples of {@code in} from {@code off} on. */
  public void accept(float[] in, int off, int len) {
    if (finished) {
      throw new IllegalStateException("the resampler is finished; make a new one");
    }
    if (taps.up == taps.down) {
      output.accept(in, off, len);
      position += len;
      return;
    }
    for (int done = 0; done < len; done += BLOCK) {
      int n = Math.min(BLOCK, len - done);
      for (int i = 0; i < n; i++) {
        add(in[off + done + i]);
      }
      emit(nextReached());
    }
  }

  /** Ends the input: gives the outputs that lie before its end, with silence after it. */
  public void finish() {
    if (finished || taps.up == taps.down) {
      finished = true;
      return;
    }
    long end = -Math.floorDiv(-position * taps.up, (long) taps.down);
    while (nextReached() < end) {
      for (int i = 0; i < BLOCK && nextReached() < end; i++) {
        add(0f);
      }
      emit(Math.min(end, nextReached()));
    }
    finished = true;
  }

  private void add(float x) {
    int phase = (int) (position % taps.down);
    int from = (int) (nextReached() - sumsBase);
    spread(x, taps.taps, taps.start[phase], sums, from, taps.count[phase]);
    position++;
  }

  private static void spread(float x, float[] taps, int at, float[] sums, int from, int count) {
    for (int j = 0; j < count; j++) {
      sums[from + j] += x * taps[at + j];
    }
  }

  /** The first output that the next input sample adds to: all before it are complete. */
  private long nextReached() {
    return position / taps.down * taps.up + taps.first[(int) (position % taps.down)];
  }

  private void emit(long end) {
    if (end > emitted) {
      output.accept(sums, (int) (emitted - sumsBase), (int) (end - emitted));
      emitted = end;
    }
    int drop = (int) (Math.min(end, nextReached()) - sumsBase);
    if (drop > 0) {
      System.arraycopy(sums, drop, sums, 0, sums.length - drop);
      java.util.Arrays.fill(sums, sums.length - drop, sums.length, 0f);
      sumsBase += drop;
    }
  }
}
