package org.emotionmonitor.trainer.layers;

import java.util.Objects;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Cosine annealing of the learning rate over epochs, without restarts (Loshchilov and Hutter 2017):
 * low + (high − low) · (1 + cos(π · epoch / epochs)) / 2, and {@code low} from then on.
 */
public final class CosineSchedule implements ISchedule {

  private static final long serialVersionUID = 1L;

  private final double high;
  private final double low;
  private final int epochs;

  /**
   * @param high rate at epoch 0
   * @param low rate at epoch {@code epochs} and later
   * @param epochs length of the descent, at least 1
   */
  public CosineSchedule(
      @JsonProperty("high") double high,
      @JsonProperty("low") double low,
      @JsonProperty("epochs") int epochs) {
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs is " + epochs + "; it must be at least 1");
    }
    this.high = high;
    this.low = low;
    this.epochs = epochs;
  }

  public double getHigh() {
    return high;
  }

  public double getLow() {
    return low;
  }

  public int getEpochs() {
    return epochs;
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    double progress = Math.min(1.0, epoch / (double) epochs);
    return low + 0.5 * (high - low) * (1 + Math.cos(Math.PI * progress));
  }

  @Override
  public ISchedule clone() {
    return new CosineSchedule(high, low, epochs);
  }

  /**
   * Equality by value matters: DL4J joins the optimizer's state of layers with equal updaters, and
   * a reloaded network would otherwise lay it out differently and train into NaN.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof CosineSchedule that
        && high == that.high
        && low == that.low
        && epochs == that.epochs;
  }

  @Override
  public int hashCode() {
    return Objects.hash(high, low, epochs);
  }
}
