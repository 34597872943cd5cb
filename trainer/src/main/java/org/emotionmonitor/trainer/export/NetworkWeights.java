package org.emotionmonitor.trainer.export;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.emotionmonitor.onnx.export.Attention;
import org.emotionmonitor.onnx.export.Direction;
import org.emotionmonitor.onnx.export.Head;
import org.emotionmonitor.onnx.export.InputView;
import org.emotionmonitor.onnx.export.Lstm;
import org.emotionmonitor.onnx.export.ModelWeights;
import org.emotionmonitor.trainer.data.BatchFormat;
import org.emotionmonitor.trainer.data.InputForm;
import org.emotionmonitor.trainer.data.Normalization;
import org.emotionmonitor.trainer.evaluation.Ensemble;
import org.emotionmonitor.trainer.model.Network;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reads a network's parameters as the neutral weights that the graph writer takes. */
final class NetworkWeights {

  private final ComputationGraph network;

  private NetworkWeights(ComputationGraph network) {
    this.network = network;
  }

  static ModelWeights of(Ensemble.Member member, double temperature) {
    NetworkWeights weights = new NetworkWeights(member.network());
    Normalization normalization = member.reader().normalization();
    return new ModelWeights(
        normalization.mean(),
        normalization.std(),
        view(member.reader().format(), normalization),
        weights.layers(),
        weights.attention(),
        weights.head(Network.EMOTION),
        weights.head(Network.RATE),
        weights.head(Network.VOLUME),
        (float) temperature);
  }

  private static InputView view(BatchFormat format, Normalization normalization) {
    InputForm input = format.input();
    return new InputView(
        input.absolute(),
        input.relative(),
        input.scaled(),
        InputForm.SMALLEST_VARIANCE,
        input.kept(),
        input.activeRange(normalization),
        input.limit(),
        format.steps().frames());
  }

  private List<Lstm> layers() {
    List<Lstm> layers = new ArrayList<>();
    while (network.getConfiguration().getVertices().containsKey(Network.lstm(layers.size() + 1))) {
      layers.add(lstm(Network.lstm(layers.size() + 1)));
    }
    return layers;
  }

  private Lstm lstm(String layer) {
    int inputs = (int) network.getParam(layer + "_fW").size(0);
    int hidden = (int) network.getParam(layer + "_fRW").size(0);
    return new Lstm(
        inputs,
        hidden,
        direction(layer + "_f", inputs, hidden),
        direction(layer + "_b", inputs, hidden));
  }

  private Direction direction(String prefix, int inputs, int hidden) {
    return new Direction(
        GateOrder.toOnnx(floats(prefix + "W"), inputs, hidden),
        GateOrder.toOnnx(floats(prefix + "RW"), hidden, hidden),
        GateOrder.toOnnx(floats(prefix + "b"), 1, hidden));
  }

  private Attention attention() {
    return new Attention(
        floats(Network.POOLING + "_W"),
        floats(Network.POOLING + "_b"),
        floats(Network.POOLING + "_v"));
  }

  private Head head(String layer) {
    return new Head(floats(layer + "_W"), floats(layer + "_b"));
  }

  private float[] floats(String parameter) {
    INDArray dense = network.getParam(parameter).dup('c');
    return dense.reshape(dense.length()).toFloatVector();
  }
}
