package org.emotionmonitor.app.topology.leg;

import org.emotionmonitor.app.config.TimingConfig;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.Windows;

/**
 * The times of a leg, in the units that its clockwork counts in.
 *
 * @param firstFrames frames before the first window
 * @param hopFrames frames from one window to the next
 * @param speechEndFrames frames without speech that end it; 0: it never ends
 * @param waitMs how long, in capture time, a missing chunk is waited for
 * @param maxGapMs the longest loss that is believed
 * @param lagFrames how far a leg may run ahead of its oldest window that is not yet scored
 */
public record LegTiming(
    int firstFrames,
    int hopFrames,
    int speechEndFrames,
    long waitMs,
    long maxGapMs,
    int lagFrames) {

  /** The fewest frames that a leg's last window may have. */
  public static final int MIN_LAST_FRAMES = 50;

  /**
   * Audio that is kept for rebuilding a leg, beyond its frames: more than the resampler and any
   * speech detector need.
   */
  static final long SPARE_MS = 5_000;

  private static final int LIVE_LAG_FRAMES = 200;

  /** For legs that are scored as they come. */
  public static LegTiming live(TimingConfig config) {
    return of(config, LIVE_LAG_FRAMES);
  }

  /** For a file, whose windows are scored in full batches. */
  public static LegTiming offline(TimingConfig config, int maxBatch) {
    int hop = Windows.framesPerHop(config.hopSeconds());
    return of(config, Math.max(LIVE_LAG_FRAMES, hop * (maxBatch + 1)));
  }

  private static LegTiming of(TimingConfig config, int lagFrames) {
    return new LegTiming(
        Windows.framesPerHop(config.firstWindowSeconds()),
        Windows.framesPerHop(config.hopSeconds()),
        Windows.framesPerHop(config.speechEnd().toMillis() / 1_000.0),
        config.reorderWait().toMillis(),
        config.maxGap().toMillis(),
        lagFrames);
  }

  /** Frames that a leg holds. */
  public int capacityFrames() {
    return FeatureSpec.WINDOW_FRAMES + lagFrames;
  }

  /** Raw audio that must be kept, so that every frame that a leg holds can be computed again. */
  public long retainedMs() {
    return capacityFrames() * 1_000L * FeatureSpec.FRAME_SHIFT / FeatureSpec.SAMPLE_RATE + SPARE_MS;
  }
}
