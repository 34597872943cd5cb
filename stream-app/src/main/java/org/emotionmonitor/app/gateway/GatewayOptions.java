package org.emotionmonitor.app.gateway;

import java.util.Set;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.GatewayConfig;
import org.emotionmonitor.app.gateway.access.OriginRule;
import org.emotionmonitor.app.gateway.board.BoardLimits;
import org.emotionmonitor.app.gateway.dialect.IngestOptions;
import org.emotionmonitor.app.gateway.stream.StreamOptions;

/**
 * How the gateway is reached, and its limits.
 *
 * @param host address to bind to
 * @param port TCP port, 0 for any free one
 * @param token what clients must present, or null if none; required unless {@code host} is loopback
 * @param allowedOrigins origins of pages, besides the gateway's own, that may open a WebSocket
 */
public record GatewayOptions(
    String host,
    int port,
    String token,
    Set<String> allowedOrigins,
    BoardLimits board,
    StreamOptions stream,
    IngestOptions ingest) {
  private static final int MIN_TOKEN = 16;

  public GatewayOptions {
    allowedOrigins = Set.copyOf(allowedOrigins);
    token = token == null || token.isEmpty() ? null : token;
  }

  /** On loopback, without a token. */
  public static GatewayOptions loopback(int port) {
    return new GatewayOptions(
        "127.0.0.1",
        port,
        null,
        Set.of(),
        BoardLimits.defaults(),
        StreamOptions.defaults(),
        IngestOptions.defaults());
  }

  /** What the configuration says. */
  public static GatewayOptions of(Config config) {
    GatewayConfig gateway = config.gateway();
    double perSecond = 1 / config.stream().timing().hopSeconds();
    BoardLimits board = BoardLimits.defaults();
    StreamOptions stream = StreamOptions.defaults();
    return new GatewayOptions(
        gateway.host(),
        gateway.port(),
        gateway.token(),
        gateway.allowedOrigins(),
        new BoardLimits(
            board.maxCalls(),
            board.maxLegsPerCall(),
            (int) Math.ceil(gateway.history().toSeconds() * perSecond),
            gateway.history(),
            gateway.history()),
        new StreamOptions(
            gateway.batch(),
            stream.heartbeat(),
            gateway.maxClients(),
            stream.maxMessageBytes(),
            stream.maxMessagesPerMinute(),
            gateway.clientQueue(),
            stream.stalledAfter()),
        IngestOptions.defaults());
  }

  /** The same with a token. */
  public GatewayOptions withToken(String newToken) {
    return new GatewayOptions(host, port, newToken, allowedOrigins, board, stream, ingest);
  }

  /** The same with other limits for the WebSocket. */
  public GatewayOptions withStream(StreamOptions newStream) {
    return new GatewayOptions(host, port, token, allowedOrigins, board, newStream, ingest);
  }

  /** The same with other limits for live audio. */
  public GatewayOptions withIngest(IngestOptions newIngest) {
    return new GatewayOptions(host, port, token, allowedOrigins, board, stream, newIngest);
  }

  /**
   * Refuses what would open calls to the network unprotected.
   *
   * @throws GatewayException that names the key and the remedy
   */
  void check() {
    if (port < 0 || port > 65_535) {
      throw new GatewayException("gateway.port %d is not a TCP port; 0 to 65535".formatted(port));
    }
    if (token == null && !OriginRule.isLoopback(host)) {
      throw new GatewayException(
          ("gateway.host \"%s\" can be reached from the network, but gateway.token is not set;"
                  + " set a token, or bind to 127.0.0.1")
              .formatted(host));
    }
    if (token != null && token.length() < MIN_TOKEN) {
      throw new GatewayException(
          "gateway.token has %d characters; at least %d are needed"
              .formatted(token.length(), MIN_TOKEN));
    }
  }
}
