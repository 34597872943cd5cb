package org.emotionmonitor.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.emotionmonitor.trainer.data.BatchReader;
import org.emotionmonitor.trainer.data.Batches;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.progress.Progress;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Runs a network over examples, in batches of similar length. */
public final class Predictor {

  private static final int BATCH = 32;

  private final ComputationGraph network;
  private final BatchReader reader;

  public Predictor(ComputationGraph network, BatchReader reader) {
    this.network = network;
    this.reader = reader;
  }

  /** One prediction per example, in the batches' order. */
  public List<Prediction> predict(List<Example> examples, Progress progress) {
    List<Prediction> predictions = new ArrayList<>();
    for (List<Example> batch : Batches.sorted(examples, BATCH)) {
      MultiDataSet data = reader.read(batch);
      INDArray[] out = network.output(false, data.getFeatures(), data.getFeaturesMaskArrays());
      boolean all = reader.format().multiTask();
      float[][] emotion = out[0].toFloatMatrix();
      float[][] rate = all ? out[1].toFloatMatrix() : new float[batch.size()][0];
      float[][] volume = all ? out[2].toFloatMatrix() : rate;
      for (int i = 0; i < batch.size(); i++) {
        predictions.add(new Prediction(batch.get(i), emotion[i], rate[i], volume[i]));
        progress.step();
      }
    }
    return predictions;
  }
}
