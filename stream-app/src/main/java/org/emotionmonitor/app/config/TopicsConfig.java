package org.emotionmonitor.app.config;

import java.time.Duration;

/**
 * Names, size and retention of the topics.
 *
 * @param prefix of every name
 * @param create whether the commands make missing topics
 * @param partitions of a topic that is created
 * @param replicationFactor of a topic that is created
 * @param audioRetention how long raw audio is kept, rejected records included
 * @param eventRetention how long events and summaries are kept
 * @param auditRetention how long audit records are kept
 */
public record TopicsConfig(
    String prefix,
    boolean create,
    int partitions,
    int replicationFactor,
    Duration audioRetention,
    Duration eventRetention,
    Duration auditRetention) {}
