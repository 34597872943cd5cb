package org.emotionmonitor.app.gateway.board;

/**
 * One window of a leg: what its emotion, rate and volume events said, aligned. The three events
 * come from three topics in any order, so each part may be missing for a moment.
 *
 * @param abstained why the window was not scored, or null
 * @param emotion null until its event has come
 * @param rate null until its event has come
 * @param volume null until its event has come
 * @param quality of the audio, or null
 * @param syllablesPerSecond estimated speech rate, NaN if not told
 * @param activeLevelDbov speech level in dB re overload (ITU-T P.56), NaN if not told
 * @param latency of the emotion event, or null
 * @param capturedAt when the window's last audio was captured, ISO 8601, or null
 */
public record Point(
    Span span,
    String abstained,
    Judgement emotion,
    Judgement rate,
    Judgement volume,
    Quality quality,
    float syllablesPerSecond,
    float activeLevelDbov,
    Latency latency,
    String capturedAt) {

  /** The point of a window of which only {@code w} is known. */
  static Point of(Update.Window w) {
    Point none =
        new Point(
            w.span(), null, null, null, null, null, Float.NaN, Float.NaN, null, w.capturedAt());
    return none.with(w);
  }

  /** This point with one more of its window's events; the same event twice changes nothing. */
  Point with(Update.Window w) {
    Question q = w.question();
    return new Point(
        w.span(),
        w.abstained() == null ? abstained : w.abstained(),
        q == Question.EMOTION ? w.judgement() : emotion,
        q == Question.RATE ? w.judgement() : rate,
        q == Question.VOLUME ? w.judgement() : volume,
        w.quality() == null ? quality : w.quality(),
        q == Question.RATE ? w.syllablesPerSecond() : syllablesPerSecond,
        q == Question.VOLUME ? w.activeLevelDbov() : activeLevelDbov,
        q == Question.EMOTION ? w.latency() : latency,
        w.capturedAt() == null ? capturedAt : w.capturedAt());
  }

  /** What was answered for {@code question}, or null. */
  public Judgement judgement(Question question) {
    return switch (question) {
      case EMOTION -> emotion;
      case RATE -> rate;
      case VOLUME -> volume;
    };
  }
}
