package org.emotionmonitor.app.metrics;

import java.util.Locale;
import org.emotionmonitor.core.domain.Labelled;

/** What can become of a chunk; every chunk of a live leg is counted under exactly one of these. */
public enum ChunkOutcome implements Labelled {
  /** It is part of the leg's audio. */
  AUDIO,
  /** It came before. */
  DUPLICATE,
  /** It came after silence had taken its place. */
  LATE,
  /** It never came in time; silence took its place. */
  LOST,
  /** It was captured while its leg was paused. */
  PAUSED,
  /** Its leg may not be analysed. */
  POLICY;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
