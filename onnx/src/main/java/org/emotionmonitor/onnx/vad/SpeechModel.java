package org.emotionmonitor.onnx.vad;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.ReentrantLock;
import org.emotionmonitor.onnx.ModelException;
import org.emotionmonitor.onnx.Ort;
import org.emotionmonitor.onnx.ScorerOptions;

/**
 * Silero VAD at one rate, on one thread: takes a run of chunks at once, which costs half of what
 * the same chunks cost one by one.
 *
 * <p>Safe for use by several threads, which take turns. A run has no other leg's audio in it, and
 * how a sequence is cut into runs changes no bit of the result.
 */
public final class SpeechModel implements AutoCloseable {

  /** Chunks that one run takes at most. */
  static final int MAX_CHUNKS = 64;

  private final ModelRate rate;
  private final OrtSession session;
  private final RunBuffers buffers;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;

  private SpeechModel(ModelRate rate, OrtSession session) throws OrtException {
    this.rate = rate;
    this.session = session;
    this.buffers = new RunBuffers(rate.chunk() + rate.context());
  }

  /**
   * Opens the model that is part of this module.
   *
   * @throws ModelException if it does not load
   */
  public static SpeechModel open(ModelRate rate) {
    OrtSession session = Ort.open(bytes(rate), rate.file(), ScorerOptions.defaults());
    try {
      return new SpeechModel(rate, session);
    } catch (OrtException e) {
      throw failure(rate, "no memory for its inputs", e);
    }
  }

  /** The rate of the audio that it takes. */
  public ModelRate rate() {
    return rate;
  }

  /**
   * Runs consecutive chunks.
   *
   * @param samples holds the context of the first chunk from {@code off} on, then the chunks
   * @param chunks at most {@value #MAX_CHUNKS}
   * @param state the state before the first chunk; afterwards that after the last one
   * @param out gets the probability of speech of each chunk, from 0 on
   * @throws ModelException if ONNX Runtime fails
   */
  void run(float[] samples, int off, int chunks, SpeechState state, float[] out) {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the speech model is closed");
      }
      buffers.fill(samples, off, chunks, rate.chunk(), state);
      buffers.run(session, chunks);
      buffers.read(chunks, state, out);
    } catch (OrtException e) {
      throw failure(rate, "failed on %d chunks".formatted(chunks), e);
    } finally {
      lock.unlock();
    }
  }

  private static ModelException failure(ModelRate rate, String what, OrtException e) {
    return new ModelException(
        "speech model %s: %s: %s".formatted(rate.file(), what, ModelException.reason(e)), e);
  }

  private static byte[] bytes(ModelRate rate) {
    try (InputStream in = SpeechModel.class.getResourceAsStream(rate.file())) {
      if (in == null) {
        throw new ModelException(
            "this build has no speech model %s; build or download it again".formatted(rate.file()));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ModelException(
          "speech model %s cannot be read: %s; the jar is damaged: build or download it again"
              .formatted(rate.file(), ModelException.reason(e)),
          e);
    }
  }

  /** Frees the native memory, after a run that is under way; a second call does nothing. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        buffers.close();
        session.close();
      }
    } catch (OrtException e) {
      throw failure(rate, "closing failed", e);
    } finally {
      lock.unlock();
    }
  }
}
