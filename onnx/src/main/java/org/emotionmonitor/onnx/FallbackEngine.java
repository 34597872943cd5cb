package org.emotionmonitor.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;

/**
 * A model on the provider that is asked for; on the CPU, if that fails and the options allow it, be
 * it at the start or in the middle of the work. It never goes back to the GPU by itself: a GPU that
 * fails now and then would make every batch late. For one thread at a time.
 */
final class FallbackEngine implements Engine {

  private static final String REMEDY =
      "the GPU needs a driver for CUDA 12, the CUDA 12 libraries and cuDNN 9, and a build with"
          + " -Pcuda; set scoring.provider: cpu to do without";

  private final Engines engines;
  private final ModelFile file;
  private final ScorerOptions options;
  private Engine engine;
  private volatile ProviderStatus status;

  private FallbackEngine(Engines engines, ModelFile file, ScorerOptions options) {
    this.engines = engines;
    this.file = file;
    this.options = options;
  }

  /**
   * Loads the model.
   *
   * @throws ModelException if it cannot be loaded, or not on the GPU where that is required
   */
  static FallbackEngine open(Engines engines, ModelFile file, ScorerOptions options) {
    FallbackEngine made = new FallbackEngine(engines, file, options);
    made.open();
    return made;
  }

  ProviderStatus status() {
    return status;
  }

  @Override
  public OrtSession session() {
    return engine.session();
  }

  @Override
  public OrtSession.Result run(Map<String, OnnxTensor> inputs) throws OrtException {
    try {
      return engine.run(inputs);
    } catch (OrtException e) {
      if (status.active() == Provider.CPU) {
        throw e;
      }
      Engine failed = engine;
      fallBack(ModelException.reason(e), e);
      closeQuietly(failed);
      return engine.run(inputs);
    }
  }

  @Override
  public void close() {
    engine.close();
  }

  private void open() {
    if (!wantsGpu()) {
      engine = engines.open(file, options, Provider.CPU);
      status = new ProviderStatus(Provider.CPU, false, "");
    } else if (!engines.has(Provider.CUDA)) {
      fallBack("this build of ONNX Runtime has no CUDA provider", null);
    } else {
      try {
        engine = engines.open(file, options, Provider.CUDA);
        status = new ProviderStatus(Provider.CUDA, false, "");
      } catch (ModelException e) {
        fallBack(ModelException.reason(e), e);
      }
    }
  }

  /** Without the GPU provider in the build, {@code auto} means the CPU, and nothing has failed. */
  private boolean wantsGpu() {
    return switch (options.provider()) {
      case CPU -> false;
      case CUDA -> true;
      case AUTO -> options.requireGpu() || engines.has(Provider.CUDA);
    };
  }

  private void fallBack(String reason, Exception cause) {
    if (options.requireGpu()) {
      throw new ModelException(
          "model %s does not run on the GPU: %s; %s".formatted(file.source(), reason, REMEDY),
          cause);
    }
    engine = engines.open(file, options, Provider.CPU);
    status = new ProviderStatus(Provider.CPU, true, reason);
  }

  private static void closeQuietly(Engine failed) {
    try {
      failed.close();
    } catch (ModelException e) {
      // What cannot be freed of a broken GPU is lost; the batch is not.
    }
  }
}
