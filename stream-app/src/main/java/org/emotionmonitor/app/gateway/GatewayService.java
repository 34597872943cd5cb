package org.emotionmonitor.app.gateway;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.gateway.access.OriginRule;
import org.emotionmonitor.app.gateway.access.TokenGuard;
import org.emotionmonitor.app.gateway.board.CallBoard;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.feed.Feed;
import org.emotionmonitor.app.gateway.feed.KafkaFeed;
import org.emotionmonitor.app.gateway.feed.KafkaFeedOptions;
import org.emotionmonitor.app.gateway.stream.StreamEndpoint;
import org.emotionmonitor.app.gateway.stream.StreamHub;
import org.emotionmonitor.app.gateway.web.RestApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway as a whole: one HTTP server on one event loop, one feed. */
public final class GatewayService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayService.class);
  private static final long STEP_SECONDS = 10;
  private static final long SWEEP_MS = 5_000;
  private static final int SEND_BUFFER = 64 * 1024;

  private final GatewayOptions options;
  private final Feed feed;
  private final Clock clock;
  private Vertx vertx;
  private Context loop;
  private CallBoard board;
  private StreamHub hub;

  /**
   * @param feed fills the board; started and closed by the service
   */
  public GatewayService(GatewayOptions options, Feed feed, Clock clock) {
    this.options = options;
    this.feed = feed;
    this.clock = clock;
  }

  /** A gateway as {@code config} says, that reads from Kafka. */
  public static GatewayService of(Config config) {
    Clock clock = Clock.systemUTC();
    return new GatewayService(
        GatewayOptions.of(config), new KafkaFeed(KafkaFeedOptions.of(config), clock), clock);
  }

  /**
   * Starts to listen and to read.
   *
   * @return the port it listens on
   * @throws GatewayException if the options are unsafe or the port cannot be had
   */
  public int start() {
    options.check();
    vertx = Vertx.vertx(vertxOptions());
    loop = vertx.getOrCreateContext();
    try {
      int port = await(onLoop(this::listen));
      feed.start(this::take);
      LOG.info(
          "Gateway at http://{}:{}/ ({})",
          options.host(),
          port,
          options.token() == null ? "this machine only, no token" : "token needed");
      return port;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** How the source of the calls is doing; the gateway is ready when it is live. */
  public Feed.State source() {
    return feed.state();
  }

  /** WebSocket clients connected now. */
  public int clients() {
    return hub == null ? 0 : hub.clients();
  }

  private static VertxOptions vertxOptions() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(2)
        // Files come from the class path straight: no cache folder that stays behind.
        .setFileSystemOptions(
            new FileSystemOptions()
                .setClassPathResolvingEnabled(false)
                .setFileCachingEnabled(false));
  }

  private Future<Integer> listen() {
    board = new CallBoard(options.board(), clock);
    hub = new StreamHub(board, options.stream(), feed::state, version(), clock);
    TokenGuard token = new TokenGuard(options.token());
    OriginRule origins = new OriginRule(options.allowedOrigins(), !token.required());
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
    StreamEndpoint.configure(http, options.stream());
    HttpServer server = vertx.createHttpServer(http);
    new StreamEndpoint(hub, token, origins).mount(server);
    server.requestHandler(new RestApi(board, token, origins, clock).router(vertx));
    vertx.setPeriodic(options.stream().batch().toMillis(), ignored -> hub.tick());
    vertx.setPeriodic(SWEEP_MS, ignored -> board.sweep());
    return server.listen().map(HttpServer::actualPort);
  }

  /** Takes a batch to the event loop and waits there for its turn, which slows the feed down. */
  private void take(List<Update> updates) {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    loop.runOnContext(
        ignored -> {
          for (Update update : updates) {
            try {
              board.apply(update);
            } catch (RuntimeException e) {
              LOG.error("an update of {} is not shown", update.leg(), e);
            }
          }
          taken.complete(null);
        });
    try {
      taken.get(STEP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the event loop has been busy for {} s", STEP_SECONDS);
    }
  }

  private <T> CompletableFuture<T> onLoop(java.util.function.Supplier<Future<T>> step) {
    CompletableFuture<T> result = new CompletableFuture<>();
    loop.runOnContext(
        ignored -> {
          try {
            step.get().onSuccess(result::complete).onFailure(result::completeExceptionally);
          } catch (RuntimeException e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  private <T> T await(CompletableFuture<T> step) {
    try {
      return step.get(STEP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayException("the gateway's start was interrupted", e);
    } catch (TimeoutException e) {
      throw new GatewayException(
          "the gateway did not start within %d s".formatted(STEP_SECONDS), e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private GatewayException failure(Throwable cause) {
    String address = "%s:%d".formatted(options.host(), options.port());
    if (cause instanceof BindException) {
      return new GatewayException(
          "cannot listen on %s: the port is in use or the address is not of this machine; stop the other program or set gateway.port (0 takes any free one)"
              .formatted(address),
          cause);
    }
    if (cause instanceof java.net.UnknownHostException) {
      return new GatewayException(
          "gateway.host \"%s\" is not a known host; use an address of this machine"
              .formatted(options.host()),
          cause);
    }
    return new GatewayException("cannot listen on %s: %s".formatted(address, cause), cause);
  }

  private static String version() {
    String version = GatewayService.class.getPackage().getImplementationVersion();
    return "emotion-monitor/" + (version == null ? "dev" : version);
  }

  @Override
  public void close() {
    feed.close();
    if (vertx == null) {
      return;
    }
    try {
      if (hub != null) {
        onLoop(
                () -> {
                  hub.close();
                  return Future.succeededFuture();
                })
            .get(1, TimeUnit.SECONDS);
      }
      vertx.close().toCompletionStage().toCompletableFuture().get(3, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the gateway did not close in time: {}", e.toString());
    }
    vertx = null;
  }
}
