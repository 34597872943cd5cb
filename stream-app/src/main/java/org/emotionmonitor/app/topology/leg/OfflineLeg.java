package org.emotionmonitor.app.topology.leg;

import java.util.function.Consumer;
import org.emotionmonitor.app.config.TimingConfig;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;

/**
 * Scores a leg without Kafka, such as a file: the same clockwork and the same scoring as the stream
 * processor's, so the same numbers. Not thread-safe.
 */
public final class OfflineLeg {

  private final LegPipeline leg;
  private final DueWindows due;
  private final int batch;
  private long capturedMs;

  /**
   * @param start how the chunks are encoded
   * @param events gets the events of every window, in order
   */
  public OfflineLeg(
      StartRecord start,
      TimingConfig timing,
      ScoringService scoring,
      Metrics metrics,
      Consumer<WindowEvents> events) {
    this(
        start,
        timing,
        scoring,
        metrics,
        (window, score, scored) -> {
          if (scored != null) {
            events.accept(scored);
          }
        });
  }

  /**
   * Scores a leg.
   *
   * @param start how the chunks are encoded
   * @param windows gets every window, in order
   */
  public OfflineLeg(
      StartRecord start,
      TimingConfig timing,
      ScoringService scoring,
      Metrics metrics,
      DueWindows.Publisher windows) {
    this.batch = scoring.maxBatch();
    this.capturedMs = start.startedAt().toEpochMilli();
    this.due = new DueWindows(scoring, metrics, () -> capturedMs, windows);
    this.leg =
        new LegPipeline(start, LegTiming.offline(timing, batch), scoring.voices(), new Listener());
  }

  /**
   * Takes in a chunk.
   *
   * @param capturedMs when it was captured; for a file, its begin plus the position in it
   * @throws IllegalArgumentException if it is not whole samples, or longer than a second
   */
  public void accept(long seq, long capturedMs, byte[] audio) {
    String complaint = ChunkLength.complaint(leg.start(), audio.length);
    if (complaint != null) {
      throw new IllegalArgumentException(complaint);
    }
    this.capturedMs = capturedMs;
    leg.accept(new Chunk(seq, capturedMs, capturedMs, audio));
    if (due.size() >= batch) {
      due.score();
    }
  }

  /** Ends the leg: its last windows are scored. */
  public void end() {
    leg.end(capturedMs, capturedMs);
    due.score();
    due.close();
  }

  private final class Listener implements LegListener {
    @Override
    public void due(DueWindow window) {
      due.add(window);
    }

    @Override
    public void scoreNow() {
      due.score();
    }
  }
}
