package org.emotionmonitor.trainer.training;

import org.emotionmonitor.trainer.evaluation.Report;

/**
 * What an epoch came to.
 *
 * @param epoch from 1
 * @param loss mean training loss
 * @param seconds wall time
 */
public record EpochResult(
    int epoch, double loss, double learningRate, Report dev, Report devTelephone, double seconds) {

  /** What the best epoch is chosen by: one model serves wide band and telephone band. */
  public double merit() {
    return (dev.uar() + devTelephone.uar()) / 2;
  }
}
