package org.emotionmonitor.onnx.vad;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import org.emotionmonitor.onnx.Ort;

/**
 * Inputs and outputs of the speech model in direct memory, which ONNX Runtime reads and writes in
 * place. The tensors over it are made once for each number of chunks.
 */
final class RunBuffers {

  private final OrtEnvironment environment = Ort.environment();
  private final int width;
  private final FloatBuffer input;
  private final FloatBuffer probabilities;
  private final FloatBuffer[] state = new FloatBuffer[4];
  private final OnnxTensor[] stateTensors = new OnnxTensor[4];
  private final Tensors[] byChunks = new Tensors[SpeechModel.MAX_CHUNKS + 1];

  private record Tensors(Map<String, OnnxTensor> inputs, Map<String, OnnxValue> outputs) {}

  /**
   * @param width samples of a chunk and its context
   */
  RunBuffers(int width) throws OrtException {
    this.width = width;
    this.input = direct(SpeechModel.MAX_CHUNKS * width);
    this.probabilities = direct(SpeechModel.MAX_CHUNKS);
    for (int i = 0; i < state.length; i++) {
      state[i] = direct(SpeechState.SIZE);
      stateTensors[i] = tensor(state[i], SpeechState.SIZE, 1, 1, SpeechState.SIZE);
    }
  }

  /** Lays out the chunks, each behind its context, and the state before them. */
  void fill(float[] samples, int off, int chunks, int chunk, SpeechState before) {
    for (int i = 0; i < chunks; i++) {
      input.put(i * width, samples, off + i * chunk, width);
    }
    state[0].put(0, before.hidden);
    state[1].put(0, before.cell);
  }

  void run(OrtSession session, int chunks) throws OrtException {
    Tensors tensors = tensors(chunks);
    // Closing the result leaves the tensors open, as they were given to it.
    session.run(tensors.inputs, tensors.outputs).close();
  }

  void read(int chunks, SpeechState after, float[] out) {
    probabilities.get(0, out, 0, chunks);
    state[2].get(0, after.hidden);
    state[3].get(0, after.cell);
  }

  private Tensors tensors(int chunks) throws OrtException {
    if (byChunks[chunks] == null) {
      byChunks[chunks] =
          new Tensors(
              Map.of(
                  "input", tensor(input, chunks * width, chunks, width),
                  "h", stateTensors[0],
                  "c", stateTensors[1]),
              Map.of(
                  "speech_probs", tensor(probabilities, chunks, chunks),
                  "hn", stateTensors[2],
                  "cn", stateTensors[3]));
    }
    return byChunks[chunks];
  }

  void close() {
    for (Tensors tensors : byChunks) {
      if (tensors != null) {
        tensors.inputs.get("input").close();
        tensors.outputs.get("speech_probs").close();
      }
    }
    for (OnnxTensor tensor : stateTensors) {
      tensor.close();
    }
  }

  private OnnxTensor tensor(FloatBuffer buffer, int count, long... shape) throws OrtException {
    return OnnxTensor.createTensor(environment, buffer.slice(0, count), shape);
  }

  private static FloatBuffer direct(int count) {
    return ByteBuffer.allocateDirect(Float.BYTES * count)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
