package org.emotionmonitor.trainer.corpus;

import java.util.Optional;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;

/**
 * Where measured speech rate and level become labels.
 *
 * @param slowBelow syllables per second
 * @param fastFrom syllables per second
 * @param softBelow active speech level in dB re full scale
 * @param loudFrom active speech level in dB re full scale
 */
public record Thresholds(double slowBelow, double fastFrom, double softBelow, double loudFrom) {

  /**
   * Rate: medium is the ordinary one; slow and fast are the outer tenths of acted sentences, about,
   * and worth an event. With terciles the label was a toss-up near the borders. Volume: 6 dB to
   * either side of −26 dBov, the nominal active speech level of telephony (ITU-T P.56 and G.107),
   * so that the label means the same on any line; the training recordings' own terciles, −34 and
   * −22 dB, would have followed the studios' microphone gains.
   */
  public static final Thresholds DEFAULT = new Thresholds(3.0, 6.0, -32, -20);

  public Thresholds {
    if (!(slowBelow < fastFrom) || !(softBelow < loudFrom)) {
      throw new IllegalArgumentException(
          "thresholds must rise: rate %s, %s, volume %s, %s"
              .formatted(slowBelow, fastFrom, softBelow, loudFrom));
    }
  }

  /** The label of a rate in syllables per second; none of NaN. */
  public Optional<Rate> rate(double syllablesPerSecond) {
    if (Double.isNaN(syllablesPerSecond)) {
      return Optional.empty();
    }
    if (syllablesPerSecond < slowBelow) {
      return Optional.of(Rate.SLOW);
    }
    return Optional.of(syllablesPerSecond < fastFrom ? Rate.MEDIUM : Rate.FAST);
  }

  /** The label of an active level in dB re full scale; none of NaN. */
  public Optional<Volume> volume(double activeLevelDb) {
    if (Double.isNaN(activeLevelDb)) {
      return Optional.empty();
    }
    if (activeLevelDb < softBelow) {
      return Optional.of(Volume.SOFT);
    }
    return Optional.of(activeLevelDb < loudFrom ? Volume.MEDIUM : Volume.LOUD);
  }
}
