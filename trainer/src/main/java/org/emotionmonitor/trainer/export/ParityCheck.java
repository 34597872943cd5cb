package org.emotionmonitor.trainer.export;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.emotionmonitor.onnx.Scores;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.data.BatchReader;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.evaluation.Calibration;
import org.emotionmonitor.trainer.layers.Pooled;
import org.emotionmonitor.trainer.model.Network;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Compares ONNX Runtime's outputs with DL4J's on real windows of differing lengths. */
final class ParityCheck {

  /** Largest difference of any probability or attention weight. */
  static final double TOLERANCE = 1e-4;

  private final ComputationGraph network;
  private final BatchReader reader;
  private final double temperature;

  ParityCheck(ComputationGraph network, BatchReader reader, double temperature) {
    this.network = network;
    this.reader = reader;
    this.temperature = temperature;
  }

  /**
   * The largest difference over all outputs; each window is scored in one padded batch.
   *
   * @throws TrainerException if it is above {@link #TOLERANCE}
   */
  double require(byte[] model, List<Example> windows) {
    Scores onnx = score(model, windows);
    MultiDataSet batch = reader.read(windows);
    INDArray[] dl4j = network.output(false, batch.getFeatures(), batch.getFeaturesMaskArrays());
    float[][] attention = ((Pooled) network.getLayer(Network.POOLING)).weights();
    for (int i = 0; i < attention.length; i++) {
      attention[i] = reader.format().steps().spread(attention[i], windows.get(i).frames());
    }
    double worst = 0;
    worst = Math.max(worst, within("emotion", calibrated(dl4j[0]), onnx.emotion()));
    worst = Math.max(worst, within("rate", dl4j[1].toFloatMatrix(), onnx.rate()));
    worst = Math.max(worst, within("volume", dl4j[2].toFloatMatrix(), onnx.volume()));
    return Math.max(worst, within("attention", attention, onnx.attention()));
  }

  private static Scores score(byte[] model, List<Example> windows) {
    try (Scorer scorer = Scorer.open(model, "the exported model", ScorerOptions.defaults())) {
      return VariantLoss.score(scorer, windows);
    }
  }

  private float[][] calibrated(INDArray emotion) {
    float[][] probabilities = emotion.toFloatMatrix();
    for (float[] row : probabilities) {
      double[] scaled = Calibration.scale(row, temperature);
      for (int c = 0; c < row.length; c++) {
        row[c] = (float) scaled[c];
      }
    }
    return probabilities;
  }

  private static double within(String output, float[][] dl4j, float[][] onnx) {
    double worst = 0;
    for (int i = 0; i < dl4j.length; i++) {
      if (onnx[i].length < dl4j[i].length) {
        throw new TrainerException(
            "parity: output %s of row %d has %d numbers in ONNX Runtime and %d in DL4J; the model was not written"
                .formatted(output, i, onnx[i].length, dl4j[i].length));
      }
      float[] own = Arrays.copyOf(onnx[i], dl4j[i].length);
      for (int c = 0; c < own.length; c++) {
        double distance = Math.abs(own[c] - dl4j[i][c]);
        // A NaN must fail, too.
        if (!(distance <= TOLERANCE)) {
          throw new TrainerException(
              "parity: output %s of window %d differs by %.2e between ONNX Runtime and DL4J (allowed %.0e); the model was not written: this is a defect of the export, please report it"
                  .formatted(output, i, distance, TOLERANCE));
        }
        worst = Math.max(worst, distance);
      }
    }
    return worst;
  }
}
