package org.emotionmonitor.trainer.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads a batch from the cache as DL4J's arrays: features [B, 205, T], mask [B, T], labels [B,
 * classes].
 */
public final class BatchReader {

  private final Normalization normalization;
  private final double smoothing;
  private final LabelSet labels;

  /** Reads examples with the product's classes. */
  public BatchReader(Normalization normalization, double smoothing) {
    this(normalization, smoothing, LabelSet.PRODUCT);
  }

  /**
   * @param smoothing share of a label that is spread over all classes (Szegedy et al. 2016)
   * @param labels the examples' classes
   */
  public BatchReader(Normalization normalization, double smoothing, LabelSet labels) {
    this.normalization = normalization;
    this.smoothing = smoothing;
    this.labels = labels;
  }

  /** A batch as it is. */
  public MultiDataSet read(List<Example> batch) {
    return read(batch, null);
  }

  /** A batch for training, with stretches hidden by {@code random}. */
  public MultiDataSet readMasked(List<Example> batch, Random random) {
    return read(batch, random);
  }

  private MultiDataSet read(List<Example> batch, Random random) {
    int size = batch.size();
    int steps = batch.stream().mapToInt(Example::frames).max().orElseThrow();
    float[] values = new float[steps * size * FeatureSpec.FEATURES];
    float[] mask = new float[size * steps];
    for (int i = 0; i < size; i++) {
      int frames = batch.get(i).frames();
      float[] features = FeatureFile.read(batch.get(i).features());
      FeatureMask hidden = random == null ? null : new FeatureMask(frames, random);
      for (int t = 0; t < frames; t++) {
        mask[i * steps + t] = 1f;
        frame(features, t, hidden, values, (t * size + i) * FeatureSpec.FEATURES);
      }
    }
    // Time-major memory: the layers read it without a copy.
    INDArray features =
        Nd4j.createFromArray(values).reshape('c', steps, size, FeatureSpec.FEATURES);
    return new MultiDataSet(
        new INDArray[] {features.permute(1, 2, 0)},
        labels(batch),
        new INDArray[] {Nd4j.createFromArray(mask).reshape('c', size, steps)},
        null);
  }

  private void frame(float[] features, int t, FeatureMask hidden, float[] values, int at) {
    if (hidden != null && hidden.hidesFrame(t)) {
      return;
    }
    normalization.apply(features, t, values, at);
    if (hidden != null) {
      hidden.hideFeatures(values, at);
    }
  }

  private INDArray[] labels(List<Example> batch) {
    INDArray emotion = Nd4j.zeros(DataType.FLOAT, batch.size(), labels.size());
    INDArray rate = Nd4j.zeros(DataType.FLOAT, batch.size(), Rate.values().length);
    INDArray volume = Nd4j.zeros(DataType.FLOAT, batch.size(), Volume.values().length);
    for (int i = 0; i < batch.size(); i++) {
      put(emotion, i, batch.get(i).emotion());
      put(rate, i, index(batch.get(i).rate()));
      put(volume, i, index(batch.get(i).volume()));
    }
    return new INDArray[] {emotion, rate, volume};
  }

  /** The model's classes are in the enum's order. */
  @SuppressWarnings("EnumOrdinal")
  private static OptionalInt index(Optional<? extends Enum<?>> label) {
    return label.isPresent() ? OptionalInt.of(label.get().ordinal()) : OptionalInt.empty();
  }

  /** A missing label stays an all-zero row, whose gradient is zero. */
  private void put(INDArray array, int row, OptionalInt label) {
    if (label.isEmpty()) {
      return;
    }
    long classes = array.size(1);
    for (int c = 0; c < classes; c++) {
      double own = c == label.getAsInt() ? 1 - smoothing : 0;
      array.putScalar(row, c, own + smoothing / classes);
    }
  }
}
