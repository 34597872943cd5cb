package org.emotionmonitor.app.ingest.live;

/**
 * What a leg's sender has sent, all of it acknowledged by Kafka.
 *
 * @param chunks media records written
 * @param audioMs their audio, without gaps
 */
public record LegTotals(long chunks, long audioMs) {}
