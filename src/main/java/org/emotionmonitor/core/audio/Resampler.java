package org.emotionmonitor.core.audio;

import java.util.Arrays;
import org.emotionmonitor.core.features.FeatureSpec;

/**
 * Streaming resampler, to {@value FeatureSpec#SAMPLE_RATE} Hz unless told otherwise: a polyphase
 * windowed sinc without delay, so output sample n lies at time n / rate of the input.
 *
 * <p>Every input sample is added, in order, to the outputs that it reaches; so an output is the
 * same sum in the same order whatever the sizes of the chunks and wherever the stream was begun, as
 * long as all the inputs that it reaches were given. Audio that has the target rate already passes
 * through unchanged.
 */
public final class Resampler {

  /** Takes resampled samples; they are valid only during the call. */
  @FunctionalInterface
  public interface Output {
    /** Takes {@code count} samples from {@code offset} on. */
    void accept(float[] samples, int offset, int count);
  }

  private final ResamplerTaps taps;
  private final Output output;
  private final long firstOutput;
  private final float[] sums;

  /** Output that {@code sums[0]} becomes, and the next input's number within its period. */
  private long base;

  private int phase;
  private long emitted;
  private long position;
  private boolean finished;

  /**
   * A resampler to {@value FeatureSpec#SAMPLE_RATE} Hz whose first input sample has the absolute
   * position {@code inputPosition}.
   *
   * @param sampleRate of the input: 8,000 to 48,000 Hz in steps of 25 Hz
   * @param inputPosition 0 at the beginning of a leg (silence before it), more in mid-leg (outputs
   *     that reach before it do not exist)
   * @param output takes the samples from {@link #firstOutput()} on
   */
  public Resampler(int sampleRate, long inputPosition, Output output) {
    this(sampleRate, FeatureSpec.SAMPLE_RATE, inputPosition, output);
  }

  /**
   * As {@link #Resampler(int, long, Output)}, to another rate.
   *
   * @param targetRate 8,000 to 48,000 Hz in steps of 25 Hz
   */
  public Resampler(int sampleRate, int targetRate, long inputPosition, Output output) {
    this.taps = ResamplerTaps.of(sampleRate, targetRate);
    this.output = output;
    this.position = inputPosition;
    boolean identity = taps.up == taps.down;
    long reached = Math.floorDiv((inputPosition - 1) * taps.up + taps.reach, (long) taps.down) + 1;
    this.firstOutput = identity || inputPosition == 0 ? inputPosition : reached;
    this.emitted = firstOutput;
    this.phase = (int) (inputPosition % taps.down);
    this.base = inputPosition / taps.down * taps.up - taps.lead;
    this.sums = new float[identity ? 0 : taps.sums];
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
    for (int done = 0; done < len; ) {
      int n = Math.min(taps.down - phase, len - done);
      int end = off + done + n;
      int at = off + done;
      for (; at + ResamplerTaps.GROUP <= end; at += ResamplerTaps.GROUP) {
        addGroup(in, at);
      }
      for (; at < end; at++) {
        add(in[at]);
      }
      done += n;
      emit(Long.MAX_VALUE);
    }
  }

  /** Ends the input: gives the outputs that lie before its end, with silence after it. */
  public void finish() {
    long end = -Math.floorDiv(-position * taps.up, (long) taps.down);
    while (taps.up != taps.down && !finished && emitted < end) {
      add(0f);
      emit(end);
    }
    finished = true;
  }

  private void add(float x) {
    spread(x, taps.rows[phase], sums, taps.from[phase], taps.to[phase]);
    phase++;
    position++;
  }

  /**
   * Five inputs at a time, so that the sums are loaded and stored a fifth as often. Each sum gets
   * the same addends in the same order as from one input at a time, and zeros.
   */
  private void addGroup(float[] in, int at) {
    float[][] rows = taps.rows;
    spread(
        in[at],
        rows[phase],
        in[at + 1],
        rows[phase + 1],
        in[at + 2],
        rows[phase + 2],
        in[at + 3],
        rows[phase + 3],
        in[at + 4],
        rows[phase + 4],
        sums,
        taps.from[phase],
        taps.to[phase + ResamplerTaps.GROUP - 1]);
    phase += ResamplerTaps.GROUP;
    position += ResamplerTaps.GROUP;
  }

  private static void spread(
      float x0,
      float[] taps0,
      float x1,
      float[] taps1,
      float x2,
      float[] taps2,
      float x3,
      float[] taps3,
      float x4,
      float[] taps4,
      float[] sums,
      int from,
      int to) {
    for (int j = from; j < to; j++) {
      sums[j] =
          sums[j] + x0 * taps0[j] + x1 * taps1[j] + x2 * taps2[j] + x3 * taps3[j] + x4 * taps4[j];
    }
  }

  private static void spread(float x, float[] taps, float[] sums, int from, int to) {
    for (int j = from; j < to; j++) {
      sums[j] += x * taps[j];
    }
  }

  /** Gives the sums that no further input adds to, and moves on to the next period at its end. */
  private void emit(long end) {
    boolean over = phase == taps.down;
    long complete = Math.min(end, base + (over ? taps.up : taps.from[phase]));
    if (complete > emitted) {
      output.accept(sums, (int) (emitted - base), (int) (complete - emitted));
      emitted = complete;
    }
    if (over) {
      phase = 0;
      base += taps.up;
      int kept = sums.length - taps.up;
      System.arraycopy(sums, taps.up, sums, 0, kept);
      Arrays.fill(sums, kept, sums.length, 0f);
    }
  }
}
