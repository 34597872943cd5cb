package org.emotionmonitor.app.gateway.dialect;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.gateway.access.Authenticator;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.board.Leg;
import org.emotionmonitor.app.gateway.board.Point;
import org.emotionmonitor.app.ingest.live.AudioBudget;
import org.emotionmonitor.app.ingest.live.IngestError;
import org.emotionmonitor.app.ingest.live.IngestException;
import org.emotionmonitor.app.ingest.live.LegWriter;
import org.emotionmonitor.app.ingest.live.LiveIngest;
import org.emotionmonitor.app.metrics.IngestMetrics;
import org.emotionmonitor.core.domain.LegKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection that brings audio: joins a socket with a dialect and with the legs it writes.
 * Reads no faster than real time allows, tells errors, and ends what says nothing.
 */
final class IngestConnection implements Peer {
  private static final Logger LOG = LoggerFactory.getLogger(IngestConnection.class);
  private static final long WATCH_MS = 1_000;

  private final ServerWebSocket socket;
  private final Authenticator authenticator;
  private final Vertx vertx;
  private final Context context;
  private final LiveIngest ingest;
  private final IngestOptions options;
  private final InstantSource clock;
  private final BiConsumer<LegKey, IngestConnection> opened;
  private final Consumer<IngestConnection> gone;
  private final String dialectName;
  private final IngestMetrics metrics;
  private final AudioBudget budget;
  private final List<LegWriter> legs = new ArrayList<>();
  private final Map<String, List<String>> query;
  private final long watch;
  private final long openedMs;
  private Principal principal;
  private Dialect dialect;
  private boolean expectsNothing;
  private Runnable whenWritten;
  private long heardMs;
  private int written;
  private boolean held;
  private boolean closed;

  IngestConnection(
      ServerWebSocket socket,
      Principal principal,
      Authenticator authenticator,
      Vertx vertx,
      LiveIngest ingest,
      IngestOptions options,
      InstantSource clock,
      String dialectName,
      IngestMetrics metrics,
      BiConsumer<LegKey, IngestConnection> opened,
      Consumer<IngestConnection> gone) {
    this.socket = socket;
    this.principal = principal;
    this.authenticator = authenticator;
    this.query = new QueryStringDecoder(socket.uri()).parameters();
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.ingest = ingest;
    this.options = options;
    this.clock = clock;
    this.dialectName = dialectName;
    this.metrics = metrics;
    this.opened = opened;
    this.gone = gone;
    this.budget = new AudioBudget(options.live().burst());
    this.openedMs = clock.millis();
    this.heardMs = openedMs;
    this.watch = vertx.setPeriodic(WATCH_MS, ignored -> watch());
  }

  void speak(Dialect spoken) {
    dialect = spoken;
    socket.textMessageHandler(text -> heard(text.length(), () -> dialect.text(text)));
    socket.binaryMessageHandler(
        audio -> heard(audio.length(), () -> dialect.binary(audio.getBytes())));
    socket.exceptionHandler(this::broken);
    socket.closeHandler(ignored -> ended());
  }

  private void heard(int length, Step step) {
    if (!closed) {
      heardMs = clock.millis();
      metrics.message(dialectName, length);
      attempt(step);
    }
  }

  private void attempt(Step step) {
    if (closed) {
      return;
    }
    try {
      step.run();
    } catch (IngestException e) {
      refuse(e);
    }
  }

  private void refuse(IngestException e) {
    if (closed) {
      return;
    }
    LOG.info("ingest from {} ends: {}", socket.remoteAddress(), e.getMessage());
    metrics.refused(e.error().code());
    String told = dialect.error(e);
    if (told != null) {
      send(told);
    }
    close(e.error().closeCode(), e.error().code());
  }

  /** The decoder reports a breach of the limits here and reads no further. */
  private void broken(Throwable e) {
    if (e instanceof CorruptedWebSocketFrameException || e instanceof IllegalStateException) {
      refuse(
          new IngestException(
              IngestError.MESSAGE_TOO_LARGE,
              "a message is longer than %d bytes, or broken".formatted(options.maxMessageBytes()),
              e));
    }
  }

  private void watch() {
    long now = clock.millis();
    if (principal != null && principal.expired(clock.instant())) {
      refuse(new IngestException(IngestError.TOKEN_EXPIRED, "the token has expired"));
    } else if (legs.isEmpty()
        && !expectsNothing
        && now - openedMs > options.startWithin().toMillis()) {
      refuse(
          new IngestException(
              IngestError.START_TIMEOUT,
              "no start within %d s".formatted(options.startWithin().toSeconds())));
    } else if (!held && now - heardMs > options.idleAfter().toMillis()) {
      refuse(
          new IngestException(
              IngestError.IDLE,
              "nothing came for %d s".formatted(options.idleAfter().toSeconds())));
    }
  }

  @Override
  public void authenticate(String token, Step then) throws IngestException {
    if (principal != null) {
      then.run();
      return;
    }
    socket.pause();
    authenticator
        .authenticate(token)
        .onComplete(
            known -> {
              principal = known.succeeded() ? known.result() : null;
              boolean may = principal != null && principal.ingests();
              attempt(
                  may
                      ? then
                      : () -> {
                        throw new IngestException(
                            IngestError.FORBIDDEN,
                            known.failed()
                                ? known.cause().getMessage()
                                : "the token has not the role ingest");
                      });
              socket.resume();
            });
  }

  @Override
  public String query(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.get(0);
  }

  @Override
  public void expectNothing() {
    expectsNothing = true;
  }

  @Override
  public void after(long ms, Runnable then) {
    vertx.setTimer(
        ms,
        ignored -> {
          if (!closed) {
            then.run();
          }
        });
  }

  /** The legs that it writes, or has written. */
  List<LegKey> keys() {
    return legs.stream().map(leg -> leg.start().key()).toList();
  }

  void result(Leg leg, Point point) {
    if (!closed) {
      dialect.result(leg, point);
    }
  }

  void legEnded(Leg leg) {
    if (!closed) {
      dialect.ended(leg);
    }
  }

  @Override
  public void send(String text) {
    socket.writeTextMessage(text);
  }

  @Override
  public LegWriter open(StartRecord start) throws IngestException {
    LegWriter leg = ingest.open(start);
    legs.add(leg);
    opened.accept(start.key(), this);
    leg.done().whenComplete((totals, failure) -> context.runOnContext(ignored -> settled(failure)));
    return leg;
  }

  private void settled(Throwable failure) {
    if (failure == null) {
      written++;
      tellWritten();
    } else if (failure instanceof IngestException e) {
      refuse(e);
    } else if (failure instanceof CompletionException c
        && c.getCause() instanceof IngestException e) {
      refuse(e);
    }
  }

  @Override
  public void whenWritten(Runnable then) {
    whenWritten = then;
    tellWritten();
  }

  private void tellWritten() {
    if (!closed && whenWritten != null && written == legs.size()) {
      Runnable then = whenWritten;
      whenWritten = null;
      then.run();
    }
  }

  @Override
  public void spend(double audioMs) {
    metrics.audio(dialectName, audioMs);
    long wait = budget.spend(audioMs, clock.millis());
    if (wait > 0 && !held && !closed) {
      held = true;
      socket.pause();
      vertx.setTimer(
          wait,
          ignored -> {
            held = false;
            heardMs = clock.millis();
            socket.resume();
          });
    }
  }

  @Override
  public int chunkMs() {
    return options.live().chunkMs();
  }

  @Override
  public void close(int code, String reason) {
    if (!closed) {
      ended();
      socket.close((short) code, reason);
    }
  }

  private void ended() {
    if (!closed) {
      closed = true;
      vertx.cancelTimer(watch);
      legs.forEach(LegWriter::stop);
      gone.accept(this);
    }
  }
}
