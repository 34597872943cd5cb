package org.emotionmonitor.app.gateway.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.emotionmonitor.app.gateway.view.JsonText;

/**
 * A client as the asynchronous description asks for one: it knows several gateways, goes to the
 * next when its own is gone, and asks to resume where it was.
 */
final class RoamingClient implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final long RETRY_MS = 100;

  private final List<Integer> ports;
  private final Map<String, String> alerts = new TreeMap<>();
  private final Map<String, Long> newestWindows = new TreeMap<>();
  private final List<String> toldTwice = new ArrayList<>();
  private Set<String> told = Set.of();
  private int at;
  private int connections;
  private int resumed;
  private String epoch;
  private long seq;
  private WebSocket socket;
  private boolean closed;

  /** Connects to the first of these ports on this machine. */
  RoamingClient(List<Integer> ports) {
    this.ports = List.copyOf(ports);
    connect();
  }

  /** Alert id to the last state told. */
  synchronized Map<String, String> alerts() {
    return new TreeMap<>(alerts);
  }

  /** Call id to the end of the newest window told, in ms. */
  synchronized Map<String, Long> newestWindows() {
    return new TreeMap<>(newestWindows);
  }

  /** States of alerts that one and the same connection told more than once. */
  synchronized List<String> toldTwice() {
    return List.copyOf(toldTwice);
  }

  /** How often it was let in. */
  synchronized int connections() {
    return connections;
  }

  /** How often it could go on where it was, without a snapshot. */
  synchronized int resumed() {
    return resumed;
  }

  /** Loses its connection, as when a cable is pulled; it comes back to the same gateway. */
  synchronized void drop() {
    WebSocket lost = socket;
    at--;
    lost.abort();
    lost(lost);
  }

  private synchronized void connect() {
    if (closed) {
      return;
    }
    int port = ports.get(Math.floorMod(at, ports.size()));
    CompletableFuture<WebSocket> unused =
        HTTP.newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:%d/v1/stream".formatted(port)), new Ear())
            .whenComplete(
                (opened, refused) -> {
                  if (refused != null) {
                    lost(null);
                  }
                });
  }

  private synchronized void opened(WebSocket opened) {
    socket = opened;
    connections++;
    told = new HashSet<>();
    String resume =
        epoch == null ? "" : ",\"resume\":{\"epoch\":\"%s\",\"seq\":%d}".formatted(epoch, seq);
    CompletableFuture<WebSocket> unused =
        opened.sendText("{\"type\":\"subscribe\",\"calls\":[\"*\"]" + resume + "}", true);
  }

  /** Goes to the next gateway, a moment later. */
  private synchronized void lost(WebSocket which) {
    if (which == socket) {
      socket = null;
      at++;
      CompletableFuture.delayedExecutor(RETRY_MS, TimeUnit.MILLISECONDS).execute(this::connect);
    }
  }

  private synchronized void heard(WebSocket from, String text) throws JsonProcessingException {
    if (from != socket) {
      return;
    }
    JsonNode message = JsonText.mapper().readTree(text);
    switch (message.path("type").asText()) {
      case "hello" -> epoch = message.path("epoch").asText();
      case "resumed" -> resumed++;
      case "alert" -> alert(message.path("alert"));
      case "events" -> message.path("events").forEach(this::event);
      case "snapshot" -> {
        message.path("alerts").forEach(this::alert);
        message.path("calls").forEach(this::call);
      }
      default -> {
        // Heartbeats have a number, too.
      }
    }
    seq = message.path("seq").asLong(seq);
  }

  private void alert(JsonNode alert) {
    String id = alert.path("alertId").asText();
    String state = alert.path("state").asText();
    alerts.put(id, state);
    if (!told.add(id + " " + state)) {
      toldTwice.add(id + " " + state);
    }
  }

  private void event(JsonNode event) {
    if (event.path("kind").asText().equals("window")) {
      newestWindows.put(event.path("callId").asText(), event.at("/point/window/endMs").asLong());
    }
  }

  private void call(JsonNode call) {
    newestWindows.put(
        call.path("callId").asText(), call.at("/legs/0/current/window/endMs").asLong());
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (socket != null) {
      socket.abort();
    }
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder partial = new StringBuilder();

    @Override
    public void onOpen(WebSocket ws) {
      opened(ws);
      ws.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        try {
          heard(ws, partial.toString());
        } catch (JsonProcessingException e) {
          throw new IllegalStateException(e);
        }
        partial.setLength(0);
      }
      ws.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket ws, int code, String reason) {
      lost(ws);
      return null;
    }

    @Override
    public void onError(WebSocket ws, Throwable error) {
      lost(ws);
    }
  }
}
