package org.emotionmonitor.trainer.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;
import org.emotionmonitor.core.features.FeatureSpec;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads a batch from the cache as DL4J's arrays: features [B, width, steps], mask [B, steps],
 * labels [B, classes].
 */
public final class BatchReader {

  private final Normalization normalization;
  private final BatchFormat format;
  private final double smoothing;
  private final double mask;

  /** Reads batches for evaluation. */
  public BatchReader(Normalization normalization, BatchFormat format) {
    this(normalization, format, 0, 0);
  }

  /**
   * @param smoothing share of a training label that is spread over all classes (Szegedy et al.
   *     2016)
   * @param mask strength of the masks on training features, see {@link FeatureMask}
   */
  public BatchReader(
      Normalization normalization, BatchFormat format, double smoothing, double mask) {
    this.normalization = normalization;
    this.format = format;
    this.smoothing = smoothing;
    this.mask = mask;
  }

  public Normalization normalization() {
    return normalization;
  }

  public BatchFormat format() {
    return format;
  }

  /** A batch as it is. */
  public MultiDataSet read(List<Example> batch) {
    return read(batch, null);
  }

  /** A batch for training: smoothed labels, and stretches hidden by {@code random}. */
  public MultiDataSet readMasked(List<Example> batch, Random random) {
    return read(batch, random);
  }

  private MultiDataSet read(List<Example> batch, Random random) {
    int size = batch.size();
    int width = format.input().width();
    int longest = batch.stream().mapToInt(Example::frames).max().orElseThrow();
    int steps = format.steps().count(format.frames(longest));
    float[] values = new float[steps * size * width];
    float[] counts = new float[size * steps];
    for (int i = 0; i < size; i++) {
      int frames = batch.get(i).frames();
      int own = format.steps().count(frames);
      Arrays.fill(counts, i * steps, i * steps + (format.padded() ? steps : own), 1f);
      float[] seen = seen(batch.get(i), frames);
      if (random != null) {
        new FeatureMask(frames, mask, random).hide(seen, frames, width);
      }
      for (int s = 0; s < own; s++) {
        format.steps().average(seen, frames, width, s, values, (s * size + i) * width);
      }
    }
    // Time-major memory: the layers read it without a copy.
    INDArray features = Nd4j.createFromArray(values).reshape('c', steps, size, width);
    return new MultiDataSet(
        new INDArray[] {features.permute(1, 2, 0)},
        labels(batch, random == null ? 0 : smoothing),
        new INDArray[] {Nd4j.createFromArray(counts).reshape('c', size, steps)},
        null);
  }

  private float[] seen(Example example, int frames) {
    float[] features = FeatureFile.read(example.features());
    float[] scores = new float[features.length];
    for (int t = 0; t < frames; t++) {
      normalization.apply(features, t, scores, t * FeatureSpec.FEATURES);
    }
    return format.input().of(scores, frames, normalization);
  }

  private INDArray[] labels(List<Example> batch, double smoothing) {
    INDArray emotion = Nd4j.zeros(DataType.FLOAT, batch.size(), format.classes());
    INDArray rate = Nd4j.zeros(DataType.FLOAT, batch.size(), Rate.values().length);
    INDArray volume = Nd4j.zeros(DataType.FLOAT, batch.size(), Volume.values().length);
    for (int i = 0; i < batch.size(); i++) {
      put(emotion, i, batch.get(i).emotion(), smoothing);
      put(rate, i, index(batch.get(i).rate()), smoothing);
      put(volume, i, index(batch.get(i).volume()), smoothing);
    }
    return format.multiTask() ? new INDArray[] {emotion, rate, volume} : new INDArray[] {emotion};
  }

  /** The model's classes are in the enum's order. */
  @SuppressWarnings("EnumOrdinal")
  private static OptionalInt index(Optional<? extends Enum<?>> label) {
    return label.isPresent() ? OptionalInt.of(label.get().ordinal()) : OptionalInt.empty();
  }

  /** A missing label stays an all-zero row, whose gradient is zero. */
  private static void put(INDArray array, int row, OptionalInt label, double smoothing) {
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
