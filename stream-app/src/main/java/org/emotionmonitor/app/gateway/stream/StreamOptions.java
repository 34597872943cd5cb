package org.emotionmonitor.app.gateway.stream;

import java.time.Duration;

/**
 * Limits of the WebSocket.
 *
 * @param batch how long changes are gathered before they are sent
 * @param heartbeat a client hears something at least this often
 * @param maxClients connections served at once; more are refused with 503
 * @param maxMessageBytes the longest message that a client may send
 * @param maxMessagesPerMinute what a client may send before it is closed
 * @param queueLimit changes held for a client before windows are left out
 * @param stalledAfter a client that takes nothing for so long is closed
 * @param replayCharacters JSON of the latest changes held for clients that come back
 */
public record StreamOptions(
    Duration batch,
    Duration heartbeat,
    int maxClients,
    int maxMessageBytes,
    int maxMessagesPerMinute,
    int queueLimit,
    Duration stalledAfter,
    long replayCharacters) {

  public static StreamOptions defaults() {
    return new StreamOptions(
        Duration.ofMillis(100),
        Duration.ofSeconds(5),
        1000,
        16 * 1024,
        60,
        512,
        Duration.ofSeconds(30),
        16L * 1024 * 1024);
  }
}
