package org.emotionmonitor.app.ingest;

/** Hears how a replay goes on; is called by several threads. */
public interface ReplayListener {

  /** Hears nothing. */
  ReplayListener NONE = new ReplayListener() {};

  /** A call begins. */
  default void started(CallPlan call) {}

  /** {@code samples} more per channel of {@code call} were sent, as {@code records} records. */
  default void sent(CallPlan call, int samples, int records) {}

  /** A call's last record was sent. */
  default void ended(CallPlan call) {}
}
