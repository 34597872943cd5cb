package org.emotionmonitor.app.ingest.live;

import java.time.Duration;

/**
 * What bounds live audio.
 *
 * @param chunkMs length of a media record in ms, 20 to 1,000
 * @param burst audio that may come faster than real time, as after a stall of the network
 * @param outage audio of a leg that is held while Kafka does not take it
 * @param bufferBytes audio held for all legs together
 * @param maxStreams legs at once
 */
public record LiveLimits(
    int chunkMs, Duration burst, Duration outage, long bufferBytes, int maxStreams) {

  /** Chunks of 100 ms, bursts of 5 s, outages of 30 s, 64 MiB, 1,000 legs. */
  public static LiveLimits defaults() {
    return new LiveLimits(
        100, Duration.ofSeconds(5), Duration.ofSeconds(30), 64L * 1024 * 1024, 1_000);
  }
}
