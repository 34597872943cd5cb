package org.emotionmonitor.app.scoring;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** Features that are told apart in metrics; 205 series would be too many. */
enum FeatureGroup implements Labelled {
  MFCC(0, 40),
  MFCC_DELTA(40, 80),
  MFCC_DELTA2(80, 120),
  LOG_MEL(120, 184),
  CENTROID(184, 185),
  ROLLOFF(185, 186),
  CONTRAST(186, 193),
  CHROMA(193, 205);

  /** Its first feature. */
  final int from;

  /** One past its last feature. */
  final int to;

  FeatureGroup(int from, int to) {
    this.from = from;
    this.to = to;
  }

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
