package org.emotionmonitor.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;

/** A loaded model on one provider. */
interface Engine {

  OrtSession.Result run(Map<String, OnnxTensor> inputs) throws OrtException;

  /** For looking at the model. */
  OrtSession session();

  void close();
}
