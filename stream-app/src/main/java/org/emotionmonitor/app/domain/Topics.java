package org.emotionmonitor.app.domain;

import java.util.List;

/**
 * Names of the topics, which share a prefix ({@code calls.} by default).
 *
 * @param prefix what all names begin with; may be empty
 */
public record Topics(String prefix) {

  /** Prefix unless configured otherwise. */
  public static final String DEFAULT_PREFIX = "calls.";

  /** The topics with the default prefix. */
  public static Topics defaults() {
    return new Topics(DEFAULT_PREFIX);
  }

  /** In: start, media and stop records of the legs. */
  public String audio() {
    return prefix + "audio";
  }

  /** Out: {@link EmotionEvent}. */
  public String emotion() {
    return prefix + "emotion";
  }

  /** Out: {@link RateEvent}. */
  public String rate() {
    return prefix + "rate";
  }

  /** Out: {@link VolumeEvent}. */
  public String volume() {
    return prefix + "volume";
  }

  /** Out, compacted: {@link Alert}. */
  public String alerts() {
    return prefix + "alerts";
  }

  /** In: {@link AlertAction}. */
  public String alertActions() {
    return prefix + "alert-actions";
  }

  /** Out: alerts that a sink could not deliver, with headers that say why. */
  public String undelivered() {
    return prefix + "undelivered";
  }

  /** Between the two halves of the stream: what is new on a leg, for its call's summary. */
  public String parts() {
    return prefix + "parts";
  }

  /**
   * Out, compacted: {@link LegSummary} under the leg's key, {@link CallSummary} under the call's.
   */
  public String summaries() {
    return prefix + "summaries";
  }

  /** Out: records that could not be used, as received, with headers that say why. */
  public String rejected() {
    return prefix + "rejected";
  }

  /** Out: {@link AuditRecord}. */
  public String audit() {
    return prefix + "audit";
  }

  /** Every topic. */
  public List<String> all() {
    return List.of(
        audio(),
        emotion(),
        rate(),
        volume(),
        alerts(),
        alertActions(),
        summaries(),
        parts(),
        undelivered(),
        rejected(),
        audit());
  }
}
