package org.emotionmonitor.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.emotionmonitor.core.features.FeatureSpec;

/**
 * Scores windows with a model that keeps {@link ModelContract}.
 *
 * <p>Safe for use by several threads: batches are scored one at a time. A caller with many small
 * batches should join them, as a window costs a third less in a batch of 4 to 16. Larger ones gain
 * nothing and cost memory, about 8 MB per window of 600 frames.
 */
public final class Scorer implements AutoCloseable {

  private final OrtEnvironment environment = Ort.environment();
  private final FallbackEngine engine;
  private final ModelInfo info;
  private final ReentrantLock lock = new ReentrantLock();
  private final InputBuffers buffers = new InputBuffers();
  private boolean closed;

  private Scorer(FallbackEngine engine, ModelInfo info) {
    this.engine = engine;
    this.info = info;
  }

  /**
   * Opens a model.
   *
   * @param model the file; null for the shipped one
   * @throws ModelException if the file cannot be read, is no ONNX model, or is not the model that
   *     this build expects
   */
  public static Scorer open(Path model, ScorerOptions options) {
    return open(ModelFile.read(model), options);
  }

  /**
   * Opens a model that is in memory.
   *
   * @param source what to call it in messages
   * @throws ModelException as {@link #open(Path, ScorerOptions)}
   */
  public static Scorer open(byte[] model, String source, ScorerOptions options) {
    return open(new ModelFile(source, model), options);
  }

  /**
   * Opens a model that has been read.
   *
   * @throws ModelException as {@link #open(Path, ScorerOptions)}
   */
  public static Scorer open(ModelFile model, ScorerOptions options) {
    return open(model, options, new OrtEngines());
  }

  static Scorer open(ModelFile file, ScorerOptions options, Engines engines) {
    FallbackEngine engine = FallbackEngine.open(engines, file, options);
    try {
      OrtSession session = engine.session();
      ModelMetadata metadata = new ContractCheck(file).check(session);
      Map<String, String> props = session.getMetadata().getCustomMetadata();
      ModelInfo info =
          new ModelInfo(
              file.source(),
              metadata,
              LayerFormat.of(file.bytes()),
              Sha256.hex(file.bytes()),
              props);
      Scorer scorer = new Scorer(engine, info);
      TrialRun.check(scorer, file.source());
      return scorer;
    } catch (OrtException e) {
      engine.close();
      throw new ModelException(
          "model %s cannot be inspected: %s; export it again"
              .formatted(file.source(), ModelException.reason(e)),
          e);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /** What runs the model; changes once if a GPU fails. */
  public ProviderStatus provider() {
    return engine.status();
  }

  /** Which model this is. */
  public ModelInfo info() {
    return info;
  }

  /**
   * Scores a batch.
   *
   * @param features {@code [n][t][205]} row-major; may be longer than the batch
   * @param lengths frames of each window that count, 1 to {@code t}; may be longer than {@code n}
   * @throws IllegalArgumentException if a size or length does not fit, or a feature is not finite
   * @throws ModelException if ONNX Runtime fails
   */
  public Scores score(float[] features, int[] lengths, int n, int t) {
    int count = Batch.floats(features.length, lengths, n, t);
    lock.lock();
    try {
      return run(buffers.copy(features, count), lengths, n, t);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Scores a batch that starts at the buffer's position; the buffer is left as it is. A direct
   * buffer in native byte order is read in place, any other is copied.
   *
   * @param features {@code [n][t][205]} row-major; may hold more than the batch
   * @param lengths frames of each window that count, 1 to {@code t}; may be longer than {@code n}
   * @throws IllegalArgumentException if a size or length does not fit, or a feature is not finite
   * @throws ModelException if ONNX Runtime fails
   */
  public Scores score(FloatBuffer features, int[] lengths, int n, int t) {
    int count = Batch.floats(features.remaining(), lengths, n, t);
    FloatBuffer batch = features.slice(features.position(), count);
    lock.lock();
    try {
      return run(buffers.inPlace(batch), lengths, n, t);
    } finally {
      lock.unlock();
    }
  }

  private Scores run(FloatBuffer features, int[] lengths, int n, int t) {
    if (closed) {
      throw new IllegalStateException("the scorer is closed");
    }
    Batch.finite(features, lengths, n, t);
    try (OnnxTensor x =
            OnnxTensor.createTensor(
                environment, features, new long[] {n, t, FeatureSpec.FEATURES});
        OnnxTensor l =
            OnnxTensor.createTensor(environment, buffers.copy(lengths, n), new long[] {n});
        OrtSession.Result result =
            engine.run(Map.of(ModelContract.FEATURES, x, ModelContract.LENGTHS, l))) {
      return new Scores(
          rows(result, ModelContract.EMOTION),
          rows(result, ModelContract.RATE),
          rows(result, ModelContract.VOLUME),
          rows(result, ModelContract.ATTENTION));
    } catch (OrtException e) {
      throw new ModelException(
          "model %s failed on %d windows of %d frames: %s"
              .formatted(info.source(), n, t, ModelException.reason(e)),
          e);
    }
  }

  private static float[][] rows(OrtSession.Result result, String output) throws OrtException {
    return (float[][]) result.get(output).orElseThrow().getValue();
  }

  /** Frees the native memory, after a batch that is being scored; a second call does nothing. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        engine.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
