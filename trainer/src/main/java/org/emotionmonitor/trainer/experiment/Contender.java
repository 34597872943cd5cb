package org.emotionmonitor.trainer.experiment;

import java.util.Locale;
import java.util.Optional;
import org.emotionmonitor.trainer.model.Family;

/** The systems that are compared, from the simplest on. */
public enum Contender {
  SVM(null),
  LSTM(Family.LSTM),
  BILSTM(Family.BILSTM),
  LSTM_ATT(Family.LSTM_ATT),
  BILSTM_ATT(Family.BILSTM_ATT),
  BILSTM_ATT_MTL(Family.BILSTM_ATT_MTL);

  private final Family family;

  Contender(Family family) {
    this.family = family;
  }

  /** The network; empty for the support vector machine. */
  public Optional<Family> family() {
    return Optional.ofNullable(family);
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
