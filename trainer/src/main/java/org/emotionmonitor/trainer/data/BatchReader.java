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
  private final TrainingNoise noise;

  /** Reads batches for evaluation. */
  public BatchReader(Normalization normalization, BatchFormat format) {
    this(normalization, format, TrainingNoise.NONE);
  }

  /**
   * @param noise on what {@link #readForTraining} gives
   */
  public BatchReader(Normalization normalization, BatchFormat format, TrainingNoise noise) {
    this.normalization = normalization;
    this.format = format;
    this.noise = noise;
  }

  public Normalization normalization() {
    return normalization;
  }

  public BatchFormat format() {
    return format;
  }

  /** What the network sees of one example, [frames][width], and its labels. */
  @SuppressWarnings("ArrayRecordComponent") // for one batch's time
  private record Seen(Example labels, float[] values, int frames) {}

  /** A batch as it is. */
  public MultiDataSet read(List<Example> batch) {
    return arrays(batch.stream().map(e -> seen(e, e.read())).toList(), 0);
  }

  /** A batch with noise by {@code random}, and with smoothed labels. */
  public MultiDataSet readForTraining(List<Example> batch, Random random) {
    return arrays(batch.stream().map(e -> noisy(e, random)).toList(), noise.smoothing());
  }

  private Seen noisy(Example example, Random random) {
    Seen seen = noise.variation() > 0 ? varied(example, random) : seen(example, example.read());
    new FeatureMask(seen.frames(), noise.mask(), random)
        .hide(seen.values(), seen.frames(), format.input().width());
    return seen;
  }

  private Seen varied(Example example, Random random) {
    FeatureVariation variation = new FeatureVariation(noise.variation(), random);
    return seen(example.varied(variation), variation.of(example.read()));
  }

  private Seen seen(Example labels, float[] features) {
    int frames = features.length / FeatureSpec.FEATURES;
    float[] scores = new float[features.length];
    for (int t = 0; t < frames; t++) {
      normalization.apply(features, t, scores, t * FeatureSpec.FEATURES);
    }
    return new Seen(labels, format.input().of(scores, frames, normalization), frames);
  }

  private MultiDataSet arrays(List<Seen> batch, double smoothing) {
    int size = batch.size();
    int width = format.input().width();
    int longest = batch.stream().mapToInt(Seen::frames).max().orElseThrow();
    int steps = format.steps().count(format.frames(longest));
    float[] values = new float[steps * size * width];
    float[] counts = new float[size * steps];
    for (int i = 0; i < size; i++) {
      Seen seen = batch.get(i);
      int own = format.steps().count(seen.frames());
      Arrays.fill(counts, i * steps, i * steps + (format.padded() ? steps : own), 1f);
      for (int s = 0; s < own; s++) {
        int at = (s * size + i) * width;
        format.steps().average(seen.values(), seen.frames(), width, s, values, at);
      }
    }
    // Time-major memory: the layers read it without a copy.
    INDArray features = Nd4j.createFromArray(values).reshape('c', steps, size, width);
    return new MultiDataSet(
        new INDArray[] {features.permute(1, 2, 0)},
        labels(batch.stream().map(Seen::labels).toList(), smoothing),
        new INDArray[] {Nd4j.createFromArray(counts).reshape('c', size, steps)},
        null);
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
