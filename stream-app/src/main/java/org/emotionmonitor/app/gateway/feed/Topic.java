package org.emotionmonitor.app.gateway.feed;

/** The result topics that the gateway reads. */
public enum Topic {
  EMOTION("calls.emotion"),
  RATE("calls.rate"),
  VOLUME("calls.volume"),
  SUMMARIES("calls.summaries"),
  AUDIT("calls.audit");

  private final String defaultName;

  Topic(String defaultName) {
    this.defaultName = defaultName;
  }

  /** The topic's name unless it is configured otherwise. */
  public String defaultName() {
    return defaultName;
  }
}
