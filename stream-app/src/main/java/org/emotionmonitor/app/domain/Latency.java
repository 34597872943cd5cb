package org.emotionmonitor.app.domain;

/**
 * Where the time went between capture and event, in ms.
 *
 * @param ingest from the capture of the chunk that completed the window to its arrival here
 * @param queue from its arrival to the begin of the scoring
 * @param score the scoring of the batch that the window was in; 0 where nothing was scored
 */
public record Latency(long ingest, long queue, long score) {}
