package org.emotionmonitor.app.topology;

import java.util.Arrays;
import java.util.List;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.topology.leg.ChunkLength;
import org.emotionmonitor.app.topology.leg.PlacedChunk;

/**
 * The ring of slots in which a leg's newest chunks are kept: chunk n lies in slot n modulo the
 * number of slots, so a leg's state has a fixed size and needs no deletes. The ring grows if chunks
 * are shorter than the leg's start said, so that it never loses audio that is still needed.
 */
final class ChunkRing {

  /** With nine seconds kept, chunks down to 2 ms; below, a restart may cost a window. */
  private static final int MAX_SLOTS = 4_096;

  private static final long EMPTY = Long.MIN_VALUE;

  private final LegStore store;
  private final String leg;
  private final StartRecord start;
  private final long retainedSamples;
  private long[] ends;

  ChunkRing(LegStore store, StartRecord start, long retainedMs, int slots) {
    this.store = store;
    this.leg = start.key().toString();
    this.start = start;
    this.retainedSamples = retainedMs * start.sampleRate() / 1_000;
    this.ends = empty(slots);
  }

  int slots() {
    return ends.length;
  }

  /** Takes note of chunks that are in the store already. */
  void restore(List<PlacedChunk> placed) {
    Arrays.fill(ends, EMPTY);
    placed.forEach(chunk -> ends[slot(chunk)] = end(chunk));
  }

  /** Keeps a chunk in the place of one that is no longer needed. */
  void put(PlacedChunk chunk) {
    while (ends[slot(chunk)] > end(chunk) - retainedSamples && ends.length < MAX_SLOTS) {
      grow();
    }
    store.put(leg, slot(chunk), chunk);
    ends[slot(chunk)] = end(chunk);
  }

  private void grow() {
    List<PlacedChunk> placed = store.placed(leg, 0);
    store.deletePlaced(leg);
    ends = empty(Math.min(MAX_SLOTS, 2 * ends.length));
    for (PlacedChunk chunk : placed) {
      store.put(leg, slot(chunk), chunk);
      ends[slot(chunk)] = end(chunk);
    }
  }

  private int slot(PlacedChunk chunk) {
    return (int) (chunk.chunk().seq() % ends.length);
  }

  private long end(PlacedChunk chunk) {
    return chunk.position() + ChunkLength.samples(start, chunk.chunk().audio().length);
  }

  private static long[] empty(int slots) {
    long[] ends = new long[slots];
    Arrays.fill(ends, EMPTY);
    return ends;
  }
}
