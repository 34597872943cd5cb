package org.emotionmonitor.app.topology.leg;

import java.util.List;
import org.emotionmonitor.app.domain.StartRecord;

/**
 * Which of the chunks that were kept of a leg are needed to rebuild it, and from which position.
 */
final class Rebuild {

  private Rebuild() {}

  /** The chunks that reach into the audio that must be there again. */
  static List<PlacedChunk> needed(
      StartRecord start, LegTiming timing, List<PlacedChunk> placed, long first) {
    long from = from(start, timing, placed, first);
    return placed.stream().filter(chunk -> end(start, chunk) > from).toList();
  }

  /** The first sample of the first needed chunk, or of the silence before it. */
  static long position(StartRecord start, LegTiming timing, List<PlacedChunk> placed, long first) {
    long from = from(start, timing, placed, first);
    return needed(start, timing, placed, first).stream()
        .findFirst()
        .map(chunk -> Math.max(first, Math.min(from, chunk.position())))
        .orElse(from);
  }

  private static long from(
      StartRecord start, LegTiming timing, List<PlacedChunk> placed, long first) {
    if (placed.isEmpty()) {
      return first;
    }
    long retained = timing.retainedMs() * start.sampleRate() / 1_000;
    return Math.max(first, end(start, placed.get(placed.size() - 1)) - retained);
  }

  private static long end(StartRecord start, PlacedChunk placed) {
    return placed.position() + ChunkLength.samples(start, placed.chunk().audio().length);
  }
}
