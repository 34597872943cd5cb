package org.emotionmonitor.app.scoring;

import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.level.ActiveLevel;
import org.emotionmonitor.core.quality.SignalQuality;
import org.emotionmonitor.core.rate.SyllableRate;

/**
 * What is told of a window from its signal, without the model. A function of the window's audio
 * alone: the same live, offline and after a restart.
 *
 * @param syllablesPerSecond estimated speech rate; NaN without enough speech
 * @param activeLevelDbov active speech level by ITU-T P.56; NaN without enough speech
 * @param quality how good the audio is
 */
public record Estimates(double syllablesPerSecond, double activeLevelDbov, SignalQuality quality) {

  /**
   * Measures a window.
   *
   * @param speech which of its frames are speech
   * @param enough whether there is enough speech for a level and a rate
   */
  static Estimates of(WindowRequest window, boolean[] speech, boolean enough) {
    FrontEnd frontEnd = window.frontEnd();
    long end = window.endFrame();
    int t = window.frames();
    SignalQuality quality = SignalQuality.of(frontEnd, end, t, speech);
    return enough
        ? new Estimates(
            SyllableRate.of(frontEnd, end, t, speech),
            ActiveLevel.of(frontEnd.envelope(end - t, end)).dbov(),
            quality)
        : new Estimates(Double.NaN, Double.NaN, quality);
  }
}
