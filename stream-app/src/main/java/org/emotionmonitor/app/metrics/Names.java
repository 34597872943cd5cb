package org.emotionmonitor.app.metrics;

/** How this program's metrics are called. */
public final class Names {

  /** Begins the name of every metric that is not the JVM's. */
  public static final String PREFIX = "emotion_monitor_";

  private Names() {}
}
