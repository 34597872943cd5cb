package org.emotionmonitor.app.topology.leg;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.emotionmonitor.app.config.TimingConfig;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;

/**
 * Has the JVM compile what a leg's audio goes through before the first real leg comes. An instance
 * that takes the legs of a failed one over starts with a backlog, which interpreted code works off
 * five times slower. The audio is noise, which is not scored, and nothing of it is counted.
 */
public final class LegWarmUp {

  private static final int RATE = 8_000;
  private static final int CHUNK_MS = 20;
  private static final int MAX_CHUNKS = 300_000 / CHUNK_MS;

  private LegWarmUp() {}

  /** Feeds a leg for so long, or five minutes of audio if that takes less. */
  public static void run(ScoringService scoring, TimingConfig timing, Duration atMost) {
    Instant begin = Instant.EPOCH;
    StartRecord start =
        StartRecord.of(
            new LegKey("warm-up", "none"), Role.CUSTOMER, Encoding.PCMU, RATE, CHUNK_MS, begin);
    OfflineLeg leg = new OfflineLeg(start, timing, scoring, Metrics.isolated(), events -> {});
    Random random = new Random(1);
    long end = System.nanoTime() + atMost.toNanos();
    for (int seq = 0; seq < MAX_CHUNKS && System.nanoTime() < end; seq++) {
      byte[] chunk = new byte[CHUNK_MS * RATE / 1_000];
      random.nextBytes(chunk);
      leg.accept(seq, (long) seq * CHUNK_MS, chunk);
    }
    leg.end();
  }
}
