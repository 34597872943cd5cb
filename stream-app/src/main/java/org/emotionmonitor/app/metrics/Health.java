package org.emotionmonitor.app.metrics;

/** What the management port asks a service. */
public interface Health {

  /** What it is called in metrics: one word, the same in every process. */
  String name();

  /** Whether it can go on; if not, it should be started again. */
  boolean healthy();

  /** Whether it does its work at the moment. */
  boolean ready();

  /** Its state in a few words. */
  String describe();
}
