package org.emotionmonitor.core.frontend;

import java.nio.FloatBuffer;
import org.emotionmonitor.core.audio.Resampler;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.features.FrameFeatures;

/**
 * One leg's front end: from samples at the leg's rate to windows of features.
 *
 * <p>Everything is addressed by absolute positions in the leg, so neither the sizes of the chunks
 * nor a restart in mid-leg change a bit of a frame. Not thread-safe. Allocates nothing per frame.
 */
public final class FrontEnd {

  private static final float[] ZEROS = new float[4_096];
  private static final int BUFFER = 8_192;
  private static final int PIECE = 256;

  /**
   * Work space of 32 kB for one frame. One for each leg would leave a core's cache between any two
   * chunks of the leg, as soon as a few dozen legs take turns.
   */
  private static final ThreadLocal<FrameFeatures> FEATURES =
      ThreadLocal.withInitial(FrameFeatures::new);

  private final Resampler resampler;
  private final FrameRing ring;
  private final EnvelopeRing envelopes;
  private final ClippingRing clipping;
  private final float[] buffer = new float[BUFFER];

  /** Samples in the buffer; the first is the first of the next frame. */
  private int held;

  /** Samples still to be dropped before the first frame begins. */
  private int skip;

  /**
   * The front end of a leg that begins.
   *
   * @param sampleRate 8,000 to 48,000 Hz, in steps of 25 Hz
   * @param capacityFrames frames that are held, at least 9
   */
  public FrontEnd(int sampleRate, int capacityFrames) {
    this(sampleRate, capacityFrames, 0);
  }

  /**
   * The front end of a leg in mid-leg: its next sample is {@code inputPosition}. Frames that need
   * audio before it do not exist; all others are those of the uninterrupted leg.
   */
  public static FrontEnd resumeAt(int sampleRate, int capacityFrames, long inputPosition) {
    return new FrontEnd(sampleRate, capacityFrames, inputPosition);
  }

  private FrontEnd(int sampleRate, int capacityFrames, long inputPosition) {
    if (capacityFrames < FeatureSpec.DELTA_WIDTH || inputPosition < 0) {
      throw new IllegalArgumentException(
          "capacity %d frames, position %d: need at least %d frames and a position of 0 or more"
              .formatted(capacityFrames, inputPosition, FeatureSpec.DELTA_WIDTH));
    }
    resampler = new Resampler(sampleRate, inputPosition, this::frame);
    long first = -Math.floorDiv(-resampler.firstOutput(), (long) FeatureSpec.FRAME_SHIFT);
    ring = new FrameRing(capacityFrames, first);
    envelopes = new EnvelopeRing(capacityFrames);
    clipping = new ClippingRing(capacityFrames, sampleRate, inputPosition);
    skip = (int) (first * FeatureSpec.FRAME_SHIFT - resampler.firstOutput());
  }

  /** Accepts samples at the leg's rate, in [-1, 1]. */
  public void accept(float[] samples, int off, int len) {
    // In small pieces, because the ring of clipping holds only a few frames more than that of
    // frames.
    for (int done = 0; done < len; done += PIECE) {
      int n = Math.min(PIECE, len - done);
      clipping.accept(samples, off + done, n);
      resampler.accept(samples, off + done, n);
    }
  }

  /** Accepts lost audio as that many samples of digital silence, at the leg's rate. */
  public void silence(long samples) {
    for (long left = samples; left > 0; left -= ZEROS.length) {
      accept(ZEROS, 0, (int) Math.min(left, ZEROS.length));
    }
  }

  /**
   * Ends the leg: what the resampler still holds becomes audio. Nothing can be accepted after it.
   */
  public void finish() {
    resampler.finish();
  }

  /** Input samples accepted so far, absolute in the leg. */
  public long inputPosition() {
    return resampler.inputPosition();
  }

  /** One past the newest complete frame, absolute in the leg. */
  public long frames() {
    return ring.frames();
  }

  /** The oldest frame that is held. */
  public long firstFrame() {
    return ring.firstFrame();
  }

  /**
   * Level of a frame in dB re full scale (RMS); -200 for digital silence.
   *
   * @throws IllegalStateException if the frame is not held
   */
  public float levelDb(long frame) {
    return ring.level(frame);
  }

  /**
   * Loudness of a frame's vowel bands in dB, as {@link FrameFeatures#loudnessDb()}.
   *
   * @throws IllegalStateException if the frame is not held
   */
  public float loudnessDb(long frame) {
    return ring.loudness(frame);
  }

  /**
   * Writes the window that ends before {@code endFrame}: T x 205 features, row by row, where T is
   * 600, or {@code endFrame} at the beginning of the leg.
   *
   * @return T
   * @throws IllegalStateException if its frames are not held, or are fewer than 9
   */
  public int window(long endFrame, float[] dst, int off) {
    return window(endFrame, FeatureSpec.WINDOW_FRAMES, dst, off);
  }

  /** As {@link #window(long, float[], int)}, with at most {@code maxFrames} frames. */
  public int window(long endFrame, int maxFrames, float[] dst, int off) {
    int t = (int) Math.min(maxFrames, endFrame);
    ring.copy(endFrame - t, endFrame, dst, off);
    return t;
  }

  /** As {@link #window(long, float[], int)}, at the buffer's position, which moves. */
  public int window(long endFrame, FloatBuffer dst) {
    int t = Windows.frames(endFrame);
    ring.copy(endFrame - t, endFrame, dst);
    return t;
  }

  /**
   * The envelope of frames [from, to), in blocks of 1 ms.
   *
   * @throws IllegalStateException if the frames are not held
   */
  public Envelope envelope(long from, long to) {
    ring.requireHeld(from, to);
    return envelopes.copy(from, to);
  }

  /**
   * Share of the input samples of frames [from, to) that are clipped, 0 to 1.
   *
   * @throws IllegalStateException if the frames are not held
   */
  public double clippedShare(long from, long to) {
    ring.requireHeld(from, to);
    return clipping.share(from, to);
  }

  /**
   * Copies one frame's log-mel bands in dB.
   *
   * @param dst [64] from {@code off} on
   * @throws IllegalStateException if the frame is not held
   */
  public void logMel(long frame, float[] dst, int off) {
    ring.requireHeld(frame, frame + 1);
    int at = ring.offset(frame) + 3 * FeatureSpec.MFCC;
    System.arraycopy(ring.rows, at, dst, off, FeatureSpec.MEL_BANDS);
  }

  private void frame(float[] samples, int offset, int count) {
    int at = offset;
    int left = count;
    if (skip > 0) {
      int n = Math.min(skip, left);
      skip -= n;
      at += n;
      left -= n;
    }
    while (left > 0) {
      int n = Math.min(left, BUFFER - held);
      System.arraycopy(samples, at, buffer, held, n);
      held += n;
      at += n;
      left -= n;
      drain();
    }
  }

  private void drain() {
    FrameFeatures features = FEATURES.get();
    int start = 0;
    for (; held - start >= FeatureSpec.FRAME_LENGTH; start += FeatureSpec.FRAME_SHIFT) {
      envelopes.put(ring.frames(), buffer, start);
      features.compute(buffer, start, ring.rows, ring.offset(ring.frames()));
      ring.push(FrameFeatures.levelDb(buffer, start), features.loudnessDb());
    }
    System.arraycopy(buffer, start, buffer, 0, held - start);
    held -= start;
  }
}
