package org.emotionmonitor.app.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The topology and its Kafka Streams runtime.
 *
 * @param applicationId consumer group, prefix of transactions and changelogs
 * @param stateDir folder of the state stores; null for a folder of its own in the temporary one
 * @param threads stream threads
 * @param timing hop, waits and ends of a leg
 * @param punctuate interval of batched scoring
 * @param maxLag by how much windows may lag before some are left out; zero: never
 * @param processingGuarantee {@code exactly_once_v2} or {@code at_least_once}
 * @param commitInterval shortest time between two commits, at which events become visible
 * @param sessionTimeout after which a silent instance has failed
 * @param transactionTimeout after which a failed instance's open transaction is given up
 * @param standbyReplicas copies of the state on other instances
 * @param replicationFactor of changelog topics
 * @param rocksDbBytes memory of all state stores together
 * @param checkTimeout how long to wait for the broker at the start
 */
public record StreamConfig(
    String applicationId,
    Path stateDir,
    int threads,
    TimingConfig timing,
    Duration punctuate,
    Duration maxLag,
    String processingGuarantee,
    Duration commitInterval,
    Duration sessionTimeout,
    Duration transactionTimeout,
    int standbyReplicas,
    int replicationFactor,
    long rocksDbBytes,
    Duration checkTimeout) {}
