package org.emotionmonitor.app.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.emotionmonitor.app.config.AuthConfig;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.GatewayConfig;
import org.emotionmonitor.app.config.PolicyConfig;
import org.emotionmonitor.app.config.TlsConfig;
import org.emotionmonitor.app.gateway.access.OriginRule;
import org.emotionmonitor.app.gateway.board.BoardLimits;
import org.emotionmonitor.app.gateway.dialect.IngestOptions;
import org.emotionmonitor.app.gateway.stream.StreamOptions;

/**
 * How the gateway is reached, and its limits.
 *
 * @param host address to bind to
 * @param port TCP port, 0 for any free one
 * @param auth whose tokens are taken; required unless {@code host} is loopback
 * @param tls the certificate
 * @param allowedOrigins origins of pages, besides the gateway's own, that may use it
 * @param frameAncestors origins of pages that may show the agent console in a frame
 * @param policy who is analysed, told to those who ask
 */
public record GatewayOptions(
    String host,
    int port,
    AuthConfig auth,
    TlsConfig tls,
    Set<String> allowedOrigins,
    Set<String> frameAncestors,
    BoardLimits board,
    StreamOptions stream,
    IngestOptions ingest,
    PolicyConfig policy) {
  public GatewayOptions {
    allowedOrigins = Set.copyOf(allowedOrigins);
    frameAncestors = Set.copyOf(frameAncestors);
  }

  /** On loopback, without a token. */
  public static GatewayOptions loopback(int port) {
    return new GatewayOptions(
        "127.0.0.1",
        port,
        AuthConfig.NONE,
        TlsConfig.NONE,
        Set.of(),
        Set.of(),
        BoardLimits.defaults(),
        StreamOptions.defaults(),
        IngestOptions.defaults(),
        Config.defaults().policy());
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
        gateway.auth(),
        gateway.tls(),
        gateway.allowedOrigins(),
        gateway.frameAncestors(),
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
            stream.stalledAfter(),
            stream.replayCharacters()),
        IngestOptions.defaults().withAudioHook(gateway.audioHook()),
        config.policy());
  }

  /** The same with tokens. */
  public GatewayOptions withAuth(AuthConfig newAuth) {
    return new GatewayOptions(
        host, port, newAuth, tls, allowedOrigins, frameAncestors, board, stream, ingest, policy);
  }

  /** The same with TLS. */
  public GatewayOptions withTls(TlsConfig newTls) {
    return new GatewayOptions(
        host, port, auth, newTls, allowedOrigins, frameAncestors, board, stream, ingest, policy);
  }

  /** The same on another host. */
  public GatewayOptions withHost(String newHost) {
    return new GatewayOptions(
        newHost, port, auth, tls, allowedOrigins, frameAncestors, board, stream, ingest, policy);
  }

  /** The same with pages elsewhere that may use the gateway. */
  public GatewayOptions withAllowedOrigins(Set<String> origins) {
    return new GatewayOptions(
        host, port, auth, tls, origins, frameAncestors, board, stream, ingest, policy);
  }

  /** The same with pages that may show the agent console in a frame. */
  public GatewayOptions withFrameAncestors(Set<String> origins) {
    return new GatewayOptions(
        host, port, auth, tls, allowedOrigins, origins, board, stream, ingest, policy);
  }

  /** The same with other limits for the WebSocket. */
  public GatewayOptions withStream(StreamOptions newStream) {
    return new GatewayOptions(
        host, port, auth, tls, allowedOrigins, frameAncestors, board, newStream, ingest, policy);
  }

  /** The same for another number of clients. */
  public GatewayOptions withMaxClients(int clients) {
    return withStream(
        new StreamOptions(
            stream.batch(),
            stream.heartbeat(),
            clients,
            stream.maxMessageBytes(),
            stream.maxMessagesPerMinute(),
            stream.queueLimit(),
            stream.stalledAfter(),
            stream.replayCharacters()));
  }

  /** The same with other limits for live audio. */
  public GatewayOptions withIngest(IngestOptions newIngest) {
    return new GatewayOptions(
        host, port, auth, tls, allowedOrigins, frameAncestors, board, stream, newIngest, policy);
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
    if (!auth.required() && !OriginRule.isLoopback(host)) {
      throw new GatewayException(
          ("gateway.host \"%s\" can be reached from the network, but neither gateway.auth.secret"
                  + " nor gateway.auth.jwksUrl is set; set one of them, or bind to 127.0.0.1")
              .formatted(host));
    }
    for (Path file : tls.enabled() ? List.of(tls.certificate(), tls.key()) : List.<Path>of()) {
      if (!Files.isReadable(file)) {
        throw new GatewayException(
            "gateway.tls: %s cannot be read; give the path of a PEM file".formatted(file));
      }
    }
  }
}
