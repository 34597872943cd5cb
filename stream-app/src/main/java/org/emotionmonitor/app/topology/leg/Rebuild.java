package org.emotionmonitor.app.topology.leg;

import java.util.List;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.core.features.FeatureSpec;

/**
 * Which of the chunks that were kept of a leg are needed to rebuild it, and from which position.
 */
final class Rebuild {

  /** More than the front end takes until its frames are those of the uninterrupted leg. */
  private static final int LEAD_FRAMES = 10;

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

  /**
   * The sample from which frames are needed: those of windows up to {@code scoredFrame} are not.
   *
   * @param position where the audio begins
   */
  static long framesFrom(StartRecord start, long scoredFrame, long position) {
    long frame = Math.max(0, scoredFrame + 1 - FeatureSpec.WINDOW_FRAMES - LEAD_FRAMES);
    return Math.max(
        position, frame * FeatureSpec.FRAME_SHIFT * start.sampleRate() / FeatureSpec.SAMPLE_RATE);
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
