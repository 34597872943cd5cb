package org.emotionmonitor.onnx.vad;

import org.emotionmonitor.core.audio.Resampler;
import org.emotionmonitor.core.vad.VoiceActivity;

/**
 * Follows one leg with a {@link SpeechModel}: speech or not, for every frame of the feature clock.
 *
 * <p>A frame has the probability of the chunk after the one in which its middle lies, as the model
 * answers late. The last frames of a window, whose chunk cannot be complete yet, have that of the
 * last chunk that is; see {@link ChunkClock}.
 *
 * <p>The model remembers. So that no answer depends on when a leg was begun to be heard, its memory
 * is cleared at fixed positions, every {@value #BLOCK} chunks, and runs up over the {@value
 * #WARM_UP} chunks before them. The audio is kept until the model is run: when a window is asked
 * for, or when too much has piled up.
 */
public final class SpeechDetector implements VoiceActivity {

  /** Probability from which on a frame is speech. */
  public static final float THRESHOLD = 0.5f;

  /** Chunks from one clearing of the model's memory to the next: 4.1 s. */
  static final int BLOCK = 128;

  /** Chunks heard before a block: 0.5 s. */
  static final int WARM_UP = 16;

  /** Audio before a frame on which its answer may depend, and both filters' lengths. */
  static final int LEAD_MS = (BLOCK + WARM_UP) * ChunkClock.CHUNK_MS + 2 * ChunkClock.CHUNK_MS;

  private static final int PENDING = 48;
  private static final float[] ZEROS = new float[4_096];

  private final SpeechModel model;
  private final Resampler resampler;
  private final ChunkHistory history;
  private final SpeechState state = new SpeechState();
  private final float[] answers = new float[SpeechModel.MAX_CHUNKS];
  private final int chunk;
  private final int context;

  /** Samples at the model's rate; {@code buffer[0]} has the absolute position {@code base}. */
  private final float[] buffer;

  private long base;
  private int held;
  private long skip;

  /** The next chunk for the model, and the block whose memory it has. */
  private long next;

  private long block;

  /** A detector for a leg that begins; see {@link #resumeAt}. */
  public SpeechDetector(SpeechModel model, int sampleRate, int capacityFrames) {
    this(model, sampleRate, capacityFrames, 0);
  }

  /**
   * A detector in mid-leg: its next sample is {@code inputPosition}. Frames of the block in which
   * that lies are not known; all others have the answers of the uninterrupted leg.
   *
   * @param model of the rate {@link ModelRate#of} the leg's
   * @param sampleRate of the leg: 8,000 to 48,000 Hz in steps of 25 Hz
   * @param capacityFrames frames before the newest one that may be asked for
   */
  public static SpeechDetector resumeAt(
      SpeechModel model, int sampleRate, int capacityFrames, long inputPosition) {
    return new SpeechDetector(model, sampleRate, capacityFrames, inputPosition);
  }

  private SpeechDetector(
      SpeechModel model, int sampleRate, int capacityFrames, long inputPosition) {
    this.model = model;
    this.chunk = model.rate().chunk();
    this.context = model.rate().context();
    this.buffer = new float[context + (WARM_UP + PENDING) * chunk];
    this.resampler = new Resampler(sampleRate, model.rate().hz(), inputPosition, this::take);
    if (inputPosition == 0) {
      held = context;
    } else {
      long firstHeard = -Math.floorDiv(-resampler.firstOutput() - context, (long) chunk);
      block = -Math.floorDiv(-firstHeard - WARM_UP, (long) BLOCK);
      next = block * BLOCK - WARM_UP;
    }
    base = next * chunk - context;
    skip = inputPosition == 0 ? 0 : base - resampler.firstOutput();
    history = new ChunkHistory(capacityFrames, block * BLOCK);
  }

  @Override
  public void accept(float[] samples, int off, int len) {
    resampler.accept(samples, off, len);
  }

  @Override
  public void silence(long samples) {
    for (long left = samples; left > 0; left -= ZEROS.length) {
      resampler.accept(ZEROS, 0, (int) Math.min(left, ZEROS.length));
    }
  }

  @Override
  public void finish() {
    resampler.finish();
  }

  @Override
  public int speech(long endFrame, int t, boolean[] out) {
    listen();
    int count = 0;
    long complete = ChunkClock.complete(endFrame);
    for (int i = 0; i < t; i++) {
      long at = Math.min(ChunkClock.chunkAt(endFrame - t + i), complete - 1);
      out[i] = at >= 0 && history.probability(at) >= THRESHOLD;
      count += out[i] ? 1 : 0;
    }
    return count;
  }

  /**
   * Writes the probability of speech of each frame of the window that ends before {@code endFrame}.
   *
   * @param out [t] or longer
   * @throws IllegalStateException if frames of the window are no longer or not yet known
   */
  public void probabilities(long endFrame, int t, float[] out) {
    listen();
    long complete = ChunkClock.complete(endFrame);
    for (int i = 0; i < t; i++) {
      long at = Math.min(ChunkClock.chunkAt(endFrame - t + i), complete - 1);
      out[i] = at >= 0 ? history.probability(at) : 0;
    }
  }

  private void take(float[] samples, int offset, int count) {
    int skipped = (int) Math.min(skip, count);
    skip -= skipped;
    for (int done = skipped; done < count; ) {
      int n = Math.min(count - done, buffer.length - held);
      System.arraycopy(samples, offset + done, buffer, held, n);
      held += n;
      done += n;
      if (held == buffer.length) {
        listen();
      }
    }
  }

  /** Has the model hear every complete chunk that it has not heard. */
  private void listen() {
    long complete = Math.floorDiv(base + held, (long) chunk);
    while (next < complete) {
      long blockEnd = (block + 1) * BLOCK;
      if (next == blockEnd) {
        block++;
        next -= WARM_UP;
        blockEnd += BLOCK;
        state.reset();
      }
      int n = (int) Math.min(SpeechModel.MAX_CHUNKS, Math.min(blockEnd, complete) - next);
      model.run(buffer, (int) (next * chunk - context - base), n, state, answers);
      history.add(next, answers, n);
      next += n;
    }
    drop(Math.min(held, (int) ((next - WARM_UP) * chunk - context - base)));
  }

  /** Forgets samples that not even the next block's warm-up needs. */
  private void drop(int samples) {
    if (samples > 0) {
      System.arraycopy(buffer, samples, buffer, 0, held - samples);
      held -= samples;
      base += samples;
    }
  }
}
