package org.emotionmonitor.app.gateway.board;

import java.util.List;
import java.util.Locale;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;

/** The three questions that are answered for each window, with their classes in fixed order. */
public enum Question {
  EMOTION,
  RATE,
  VOLUME;

  private static final List<String> EMOTIONS = Labelled.labels(Emotion.class);
  private static final List<String> RATES = Labelled.labels(Rate.class);
  private static final List<String> VOLUMES = Labelled.labels(Volume.class);

  /** The classes, in the order of the model's outputs. */
  public List<String> labels() {
    return switch (this) {
      case EMOTION -> EMOTIONS;
      case RATE -> RATES;
      case VOLUME -> VOLUMES;
    };
  }

  /** The name in JSON. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
