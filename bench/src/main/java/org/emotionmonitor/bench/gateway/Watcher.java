package org.emotionmonitor.bench.gateway;

import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import java.time.Instant;

/** A client that sees some legs and notes how old each window is when it comes. */
final class Watcher {
  private static final String CAPTURED = "\"capturedAt\":\"";

  private final Latencies latencies;

  private Watcher(Latencies latencies) {
    this.latencies = latencies;
  }

  /**
   * @param client kept by the caller, as its connections are closed when it is collected
   */
  static void connect(
      WebSocketClient client, int port, int firstLeg, int legs, Latencies latencies) {
    Watcher watcher = new Watcher(latencies);
    client
        .connect(port, "127.0.0.1", "/v1/stream")
        .onSuccess(socket -> watcher.subscribe(socket, firstLeg, legs))
        .onFailure(e -> System.err.println("a watcher was refused: " + e));
  }

  private void subscribe(WebSocket socket, int firstLeg, int legs) {
    socket.textMessageHandler(this::heard);
    StringBuilder ids = new StringBuilder();
    for (int i = 0; i < legs; i++) {
      ids.append(i == 0 ? "" : ",").append('"').append(SteadyFeed.callId(firstLeg + i)).append('"');
    }
    socket.writeTextMessage("{\"type\":\"subscribe\",\"calls\":[" + ids + "]}");
  }

  /** Looks for the times alone: reading all of the JSON would be the clients' load, not ours. */
  private void heard(String text) {
    if (!text.startsWith("{\"type\":\"events\"")) {
      return;
    }
    long now = System.currentTimeMillis();
    for (int at = text.indexOf(CAPTURED); at >= 0; at = text.indexOf(CAPTURED, at + 1)) {
      int begin = at + CAPTURED.length();
      String time = text.substring(begin, text.indexOf('"', begin));
      latencies.add(now - Instant.parse(time).toEpochMilli());
    }
  }
}
