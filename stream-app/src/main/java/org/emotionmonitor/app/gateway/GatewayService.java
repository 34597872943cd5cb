package org.emotionmonitor.app.gateway;

import io.prometheus.client.Collector;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.config.AudioHookConfig;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.gateway.access.Authenticator;
import org.emotionmonitor.app.gateway.access.OriginRule;
import org.emotionmonitor.app.gateway.board.CallBoard;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.dialect.AudioHookDialect;
import org.emotionmonitor.app.gateway.dialect.AudioHookSignature;
import org.emotionmonitor.app.gateway.dialect.IngestEndpoint;
import org.emotionmonitor.app.gateway.dialect.RawDialect;
import org.emotionmonitor.app.gateway.dialect.TwilioDialect;
import org.emotionmonitor.app.gateway.dialect.VoskDialect;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.app.gateway.feed.KafkaFeed;
import org.emotionmonitor.app.gateway.feed.KafkaFeedOptions;
import org.emotionmonitor.app.gateway.socket.Connections;
import org.emotionmonitor.app.gateway.socket.SocketDoor;
import org.emotionmonitor.app.gateway.socket.SocketService;
import org.emotionmonitor.app.gateway.stream.AlertDesk;
import org.emotionmonitor.app.gateway.stream.ServerMessages;
import org.emotionmonitor.app.gateway.stream.StreamEndpoint;
import org.emotionmonitor.app.gateway.stream.StreamHub;
import org.emotionmonitor.app.gateway.stream.StreamStats;
import org.emotionmonitor.app.gateway.web.Eraser;
import org.emotionmonitor.app.gateway.web.RestApi;
import org.emotionmonitor.app.ingest.live.IngestError;
import org.emotionmonitor.app.ingest.live.LiveIngest;
import org.emotionmonitor.app.metrics.Health;
import org.emotionmonitor.app.metrics.IngestMetrics;
import org.emotionmonitor.app.topology.Erasure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway as a whole: one HTTP server on one event loop, one feed. */
public final class GatewayService implements AutoCloseable, Health {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayService.class);
  private static final long STEP_SECONDS = 10;
  private static final long SWEEP_MS = 5_000;
  private static final int MAX_CONNECTIONS = 4_096;
  private static final Duration FIRST_REQUEST = Duration.ofSeconds(10);

  /** Less than the idle timeout of a connection, so that there is an answer. */
  private static final Duration ERASING = Duration.ofSeconds(45);

  private static final int SEND_BUFFER = 64 * 1024;
  private static final String RAW = "raw";
  private static final String TWILIO = "twilio";
  private static final String VOSK = "vosk";
  private static final String AUDIOHOOK = "audiohook";

  private final GatewayOptions options;
  private final Feed feed;
  private final LiveIngest ingest;
  private final AlertDesk desk;
  private final Eraser eraser;
  private final Clock clock;
  private final IngestMetrics ingestMetrics =
      new IngestMetrics(List.of(AUDIOHOOK, RAW, TWILIO, VOSK), IngestError.codes());
  private EventLoop loop;
  private volatile CallBoard board;
  private volatile StreamHub hub;
  private volatile IngestEndpoint streams;

  /** A gateway that shows calls, takes none in, and writes no acknowledgements. */
  public GatewayService(GatewayOptions options, Feed feed, Clock clock) {
    this(
        options,
        feed,
        null,
        (alert, by, note) -> Future.failedFuture("this gateway writes nothing"),
        clock);
  }

  /** A gateway that erases nothing. */
  public GatewayService(
      GatewayOptions options, Feed feed, LiveIngest ingest, AlertDesk desk, Clock clock) {
    this(
        options,
        feed,
        ingest,
        desk,
        (callId, by) -> {
          throw new AppException("this gateway erases nothing");
        },
        clock);
  }

  /**
   * @param feed fills the board; started and closed by the service
   * @param ingest where live audio goes, closed by the service; null to take none
   * @param desk where acknowledgements go, closed by the service if it can be
   * @param eraser erases calls
   */
  public GatewayService(
      GatewayOptions options,
      Feed feed,
      LiveIngest ingest,
      AlertDesk desk,
      Eraser eraser,
      Clock clock) {
    this.options = options;
    this.feed = feed;
    this.ingest = ingest;
    this.desk = desk;
    this.eraser = eraser;
    this.clock = clock;
    if (ingest != null) {
      ingestMetrics.watch(ingest::legs, ingest::bufferedBytes, ingest.limits().bufferBytes());
    }
  }

  /** A gateway as {@code config} says, that reads from Kafka. */
  public static GatewayService of(Config config) {
    Clock clock = Clock.systemUTC();
    GatewayOptions options = GatewayOptions.of(config);
    return new GatewayService(
        options,
        new KafkaFeed(KafkaFeedOptions.of(config), clock),
        LiveIngest.connect(
            config.kafka(), config.topicNames().audio(), options.ingest().live(), clock),
        AlertActionWriter.connect(config.kafka(), config.topicNames().alertActions(), clock),
        new Erasure(config, ERASING)::erase,
        clock);
  }

  /**
   * Starts to listen and to read.
   *
   * @return the port it listens on
   * @throws GatewayException if the options are unsafe or the port cannot be had
   */
  public int start() {
    options.check();
    loop = new EventLoop();
    try {
      int port = loop.call(this::listen, STEP_SECONDS);
      feed.start(this::take);
      LOG.info(
          "Gateway at {}://{}:{}/ ({})",
          options.tls().enabled() ? "https" : "http",
          options.host(),
          port,
          options.auth().required()
              ? "token needed"
              : "this machine only, no token: gateway.auth is not set");
      return port;
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new GatewayException("the gateway's start was interrupted", e);
    } catch (TimeoutException e) {
      close();
      throw new GatewayException(
          "the gateway did not start within %d s".formatted(STEP_SECONDS), e);
    } catch (ExecutionException e) {
      close();
      throw GatewayException.cannotListen(options.host(), options.port(), e.getCause());
    }
  }

  /** How the source of the calls is doing; the gateway is ready when it is live. */
  public Feed.State source() {
    return feed.state();
  }

  @Override
  public String name() {
    return "gateway";
  }

  /** Whether it listens. */
  @Override
  public boolean healthy() {
    return hub != null;
  }

  /** Whether what it shows is up to date. */
  @Override
  public boolean ready() {
    return hub != null && feed.state() == Feed.State.LIVE;
  }

  @Override
  public String describe() {
    return "gateway %s, %d clients, %d calls"
        .formatted(feed.state().name().toLowerCase(Locale.ROOT), clients(), calls());
  }

  /** The gateway's numbers, to be registered for {@code /metrics}. */
  public Collector metrics() {
    return new GatewayCollector(this);
  }

  /** WebSocket clients connected now. */
  public int clients() {
    return hub == null ? 0 : hub.clients();
  }

  /** Calls shown now. */
  public int calls() {
    return board == null ? 0 : board.calls().size();
  }

  IngestMetrics ingestMetrics() {
    return ingestMetrics;
  }

  StreamStats stats() {
    return hub == null ? new StreamStats() : hub.stats();
  }

  long refusedUpdates() {
    return board == null ? 0 : board.refused();
  }

  private Future<Integer> listen(Vertx vertx) {
    board = new CallBoard(options.board(), clock);
    hub = new StreamHub(board, options.stream(), feed::state, desk, version(), clock);
    Authenticator authenticator = new Authenticator(options.auth(), vertx);
    OriginRule origins =
        new OriginRule(
            options.allowedOrigins(), !authenticator.required(), options.tls().enabled());
    Certificate certificate = new Certificate(options.tls());
    HttpServerOptions http =
        new HttpServerOptions()
            .setHost(options.host())
            .setPort(options.port())
            .setMaxInitialLineLength(2048)
            .setMaxHeaderSize(8192)
            .setIdleTimeout(60)
            .setHttp2ClearTextEnabled(false)
            // Else a stalled client hides for long behind the kernel's buffers.
            .setSendBufferSize(SEND_BUFFER);
    SocketDoor.configure(
        http, List.of(ServerMessages.PROTOCOL), options.ingest().maxMessageBytes());
    Connections connections = new Connections(vertx, MAX_CONNECTIONS, FIRST_REQUEST);
    certificate.configure(http);
    HttpServer server = vertx.createHttpServer(http);
    new SocketDoor(
            sockets(vertx, authenticator),
            authenticator,
            origins,
            connections,
            hub.stats()::refused)
        .mount(server);
    Router router =
        new RestApi(
                board,
                hub,
                desk,
                eraser,
                authenticator,
                origins,
                options.frameAncestors(),
                options.policy(),
                clock)
            .router(vertx);
    server.requestHandler(
        request -> {
          connections.asked(request.remoteAddress());
          router.handle(request);
        });
    server.connectionHandler(connections::opened);
    vertx.setPeriodic(options.stream().batch().toMillis(), ignored -> hub.tick());
    vertx.setPeriodic(SWEEP_MS, ignored -> board.sweep());
    certificate.watch(vertx, server);
    return server.listen().map(HttpServer::actualPort);
  }

  private Map<String, SocketService> sockets(Vertx vertx, Authenticator authenticator) {
    Map<String, SocketService> sockets = new TreeMap<>();
    sockets.put(StreamEndpoint.PATH, new StreamEndpoint(hub));
    if (ingest != null) {
      streams =
          new IngestEndpoint(ingest, options.ingest(), authenticator, vertx, clock, ingestMetrics);
      board.listen(streams);
      String path = IngestEndpoint.PATH;
      sockets.put(path + RAW, streams.service(RAW, peer -> new RawDialect(peer, clock)));
      sockets.put(path + TWILIO, streams.asking(TWILIO, peer -> new TwilioDialect(peer, clock)));
      sockets.put(path + VOSK, streams.asking(VOSK, peer -> new VoskDialect(peer, clock)));
      AudioHookConfig client = options.ingest().audioHook();
      AudioHookSignature signature =
          client.enabled()
              ? new AudioHookSignature(client.apiKey(), client.clientSecret(), clock)
              : null;
      sockets.put(
          path + AUDIOHOOK,
          streams.signed(
              AUDIOHOOK,
              peer -> new AudioHookDialect(peer, clock),
              signature == null ? null : signature::allows));
    }
    return sockets;
  }

  /** Takes a batch to the event loop and waits there for its turn, which slows the feed down. */
  private void take(List<Update> updates) {
    try {
      loop.call(
          ignored -> {
            updates.forEach(this::apply);
            return Future.<Void>succeededFuture();
          },
          STEP_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the event loop has been busy for {} s", STEP_SECONDS);
    }
  }

  private void apply(Update update) {
    try {
      board.apply(update);
    } catch (RuntimeException e) {
      LOG.error("an update of call {} is not shown", update.callId(), e);
    }
  }

  private static String version() {
    String version = GatewayService.class.getPackage().getImplementationVersion();
    return "emotion-monitor/" + (version == null ? "dev" : version);
  }

  @Override
  public void close() {
    feed.close();
    closeLoop();
    if (ingest != null) {
      ingest.close();
    }
    if (desk instanceof AlertActionWriter writer) {
      writer.close();
    }
  }

  private void closeLoop() {
    if (loop == null) {
      return;
    }
    try {
      if (hub != null) {
        loop.call(
            ignored -> {
              hub.close();
              if (streams != null) {
                streams.close();
              }
              return Future.<Void>succeededFuture();
            },
            1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("clients were not told that the server stops", e);
    }
    loop.close();
    loop = null;
    hub = null;
  }
}
