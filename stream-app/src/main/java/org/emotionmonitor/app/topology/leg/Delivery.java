package org.emotionmonitor.app.topology.leg;

/**
 * The next chunk in order.
 *
 * @param chunk the chunk
 * @param lost how many chunks before it have been given up
 */
record Delivery(Chunk chunk, long lost) {}
