package org.emotionmonitor.app.gateway.feed;

import org.emotionmonitor.app.domain.Topics;

/** The result topics that the gateway reads. */
public enum Topic {
  EMOTION,
  RATE,
  VOLUME,
  SUMMARIES,
  ALERTS,
  AUDIT;

  /** The topic's name in Kafka. */
  public String name(Topics topics) {
    return switch (this) {
      case EMOTION -> topics.emotion();
      case RATE -> topics.rate();
      case VOLUME -> topics.volume();
      case SUMMARIES -> topics.summaries();
      case ALERTS -> topics.alerts();
      case AUDIT -> topics.audit();
    };
  }
}
