package org.emotionmonitor.app.gateway.dialect;

import java.time.Duration;
import org.emotionmonitor.app.config.AudioHookConfig;
import org.emotionmonitor.app.ingest.live.LiveLimits;

/**
 * Limits of the connections that bring audio.
 *
 * @param live limits of the audio
 * @param maxConnections connections at once; more are refused with 503
 * @param maxMessageBytes the longest message, fragments together
 * @param audioHook whose signed handshakes are taken
 * @param startWithin how long after the handshake the first leg must have started
 * @param idleAfter a connection that says nothing for so long is closed
 */
public record IngestOptions(
    LiveLimits live,
    int maxConnections,
    int maxMessageBytes,
    AudioHookConfig audioHook,
    Duration startWithin,
    Duration idleAfter) {

  public static IngestOptions defaults() {
    return new IngestOptions(
        LiveLimits.defaults(),
        1_000,
        64 * 1024,
        AudioHookConfig.NONE,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30));
  }

  /** The same with an AudioHook client. */
  public IngestOptions withAudioHook(AudioHookConfig client) {
    return new IngestOptions(live, maxConnections, maxMessageBytes, client, startWithin, idleAfter);
  }
}
