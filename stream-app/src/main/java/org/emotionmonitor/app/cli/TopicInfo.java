package org.emotionmonitor.app.cli;

import java.util.Map;

/**
 * A topic as the cluster has it.
 *
 * @param name of the topic
 * @param exists false for one that is still to be made
 * @param partitions 0 if it does not exist
 * @param replicas of each partition, 0 if it does not exist
 * @param retentionMs how long records are kept; -1 for ever, null if unknown
 * @param cleanup {@code delete}, {@code compact} or both
 * @param configs what differs from the cluster's defaults
 */
record TopicInfo(
    String name,
    boolean exists,
    int partitions,
    int replicas,
    Long retentionMs,
    String cleanup,
    Map<String, String> configs) {

  TopicInfo {
    configs = Map.copyOf(configs);
  }

  static TopicInfo missing(String name) {
    return new TopicInfo(name, false, 0, 0, null, null, Map.of());
  }
}
