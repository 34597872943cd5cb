package org.emotionmonitor.app.domain;

/**
 * Where the time went between capture and event, in ms.
 *
 * @param ingest from the capture of the chunk that completed the window to its arrival here
 * @param order from its arrival to its place in the audio: the wait for chunks before it
 * @param queue from there to the begin of the window's batch
 * @param score the model's run of that batch; 0 where nothing was scored
 * @param publish from its end to the event
 */
public record Latency(long ingest, long order, long queue, long score, long publish) {}
