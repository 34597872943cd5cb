package org.emotionmonitor.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import java.util.Map;

/** Loads models into ONNX Runtime. */
final class OrtEngines implements Engines {

  @Override
  public boolean has(Provider provider) {
    // Loads the native library, which must not happen before our own way of unpacking it.
    Ort.environment();
    return provider == Provider.CPU
        || OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
  }

  @Override
  public Engine open(ModelFile file, ScorerOptions options, Provider provider) {
    return new OrtEngine(Ort.open(file, options, provider));
  }

  private record OrtEngine(OrtSession session) implements Engine {

    @Override
    public OrtSession.Result run(Map<String, OnnxTensor> inputs) throws OrtException {
      return session.run(inputs);
    }

    @Override
    public void close() {
      try {
        session.close();
      } catch (OrtException e) {
        throw new ModelException("closing failed: " + ModelException.reason(e), e);
      }
    }
  }
}
