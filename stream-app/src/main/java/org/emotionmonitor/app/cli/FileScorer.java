package org.emotionmonitor.app.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import org.emotionmonitor.app.config.TimingConfig;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.ingest.CallPlan;
import org.emotionmonitor.app.ingest.ChunkReader;
import org.emotionmonitor.app.ingest.LegPlan;
import org.emotionmonitor.app.ingest.ReplayOptions;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.leg.OfflineLeg;
import org.emotionmonitor.app.topology.leg.WindowEvents;
import org.emotionmonitor.core.audio.AudioFile;

/** Scores files as a replay of them into the stream would. */
final class FileScorer {

  /** So that two runs print the same. */
  private static final Instant BEGIN = Instant.EPOCH;

  private final ReplayOptions options;
  private final TimingConfig timing;
  private final ScoringService scoring;
  private final Metrics metrics;

  FileScorer(ReplayOptions options, TimingConfig timing, ScoringService scoring, Metrics metrics) {
    this.options = options;
    this.timing = timing;
    this.scoring = scoring;
    this.metrics = metrics;
  }

  /**
   * Scores one leg of a call.
   *
   * @param events gets every window's events, in order
   * @throws IOException when the file is broken
   */
  void score(CallPlan call, LegPlan leg, Consumer<WindowEvents> events) throws IOException {
    OfflineLeg offline = new OfflineLeg(start(call, leg), timing, scoring, metrics, events);
    try (AudioFile file = AudioFile.open(call.file())) {
      ChunkReader chunks = new ChunkReader(file, options.chunkMs(), options.encoding());
      for (long seq = 0; chunks.next(); seq++) {
        long positionMs = chunks.position() * 1_000 / call.sampleRate();
        offline.accept(
            seq, BEGIN.plusMillis(positionMs).toEpochMilli(), chunks.encoded(leg.channel()));
      }
    }
    offline.end();
  }

  private StartRecord start(CallPlan call, LegPlan leg) {
    return StartRecord.of(
        leg.key(), leg.role(), options.encoding(), call.sampleRate(), options.chunkMs(), BEGIN);
  }
}
