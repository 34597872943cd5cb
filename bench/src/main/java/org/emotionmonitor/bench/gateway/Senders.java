package org.emotionmonitor.bench.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import java.util.concurrent.atomic.LongAdder;

/** Streams of µ-law audio in frames of 20 ms, in real time. */
final class Senders {
  private static final int FRAME_MS = 20;
  private static final String START =
      "{\"type\":\"start\",\"encoding\":\"pcmu\",\"sampleRate\":8000,\"role\":\"customer\"}";

  private final Buffer frame = Buffer.buffer(new byte[8 * FRAME_MS]);
  private final LongAdder frames = new LongAdder();
  private final LongAdder broken = new LongAdder();

  Senders(Vertx vertx, WebSocketClient client, int port, int count) {
    for (int i = 0; i < count; i++) {
      client
          .connect(port, "127.0.0.1", "/v1/ingest/raw")
          .onSuccess(socket -> stream(vertx, socket))
          .onFailure(e -> broken.increment());
    }
  }

  private void stream(Vertx vertx, WebSocket socket) {
    socket.writeTextMessage(START);
    long timer =
        vertx.setPeriodic(
            FRAME_MS,
            ignored -> {
              socket.writeBinaryMessage(frame);
              frames.increment();
            });
    socket.closeHandler(
        ignored -> {
          vertx.cancelTimer(timer);
          broken.increment();
        });
  }

  void reset() {
    frames.reset();
  }

  /** Audio sent, in seconds. */
  double audioSeconds() {
    return frames.sum() * FRAME_MS / 1_000.0;
  }

  /** Streams that were refused or ended by the gateway. */
  long broken() {
    return broken.sum();
  }
}
