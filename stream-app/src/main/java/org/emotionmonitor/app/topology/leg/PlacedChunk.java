package org.emotionmonitor.app.topology.leg;

/**
 * A chunk that has its place in the leg's audio.
 *
 * @param chunk the chunk
 * @param position its first sample, counted from the leg's begin at the leg's rate
 */
public record PlacedChunk(Chunk chunk, long position) {}
