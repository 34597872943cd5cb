package org.emotionmonitor.trainer.model;

import java.util.Locale;

/** The recurrent networks that are compared, as configurations of one definition. */
public enum Family {
  LSTM(false, false, false),
  BILSTM(true, false, false),
  LSTM_ATT(false, true, false),
  BILSTM_ATT(true, true, false),
  BILSTM_ATT_MTL(true, true, true);

  private final boolean bidirectional;
  private final boolean attention;
  private final boolean multiTask;

  Family(boolean bidirectional, boolean attention, boolean multiTask) {
    this.bidirectional = bidirectional;
    this.attention = attention;
    this.multiTask = multiTask;
  }

  /** Whether each layer reads in both directions. */
  public boolean bidirectional() {
    return bidirectional;
  }

  /** Whether frames are pooled by attention, unless a run says otherwise. */
  public boolean attention() {
    return attention;
  }

  /** Whether there are heads for rate and volume, too. */
  public boolean multiTask() {
    return multiTask;
  }

  /** As on the command line, such as {@code bilstm-att}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For picocli, which shows it in help and messages. */
  @Override
  public String toString() {
    return label();
  }
}
