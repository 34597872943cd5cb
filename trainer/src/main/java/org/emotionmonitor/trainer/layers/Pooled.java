package org.emotionmonitor.trainer.layers;

/** A layer that pools frames, and tells how much each of them counted. */
public interface Pooled {

  /** Weights [B][T] of the latest forward pass: they sum to 1, and are zero on padding. */
  float[][] weights();
}
