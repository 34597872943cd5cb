package org.emotionmonitor.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.emotionmonitor.app.domain.Json;

/** A WebSocket client of the gateway that sees every call. */
final class StreamSocket implements WebSocket.Listener, AutoCloseable {

  private final StringBuilder partial = new StringBuilder();
  private final List<JsonNode> windows = new CopyOnWriteArrayList<>();
  private final WebSocket socket;

  StreamSocket(int port) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:%d/v1/stream".formatted(port)), this)
            .join();
    socket.sendText("{\"type\":\"subscribe\",\"calls\":[\"*\"]}", true).join();
  }

  /** The windows that were pushed so far, in the order of their coming. */
  List<JsonNode> windows() {
    return windows;
  }

  @Override
  public CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      take(partial.toString());
      partial.setLength(0);
    }
    ws.request(1);
    return null;
  }

  private void take(String text) {
    try {
      JsonNode message = Json.mapper().readTree(text);
      for (JsonNode event : message.path("events")) {
        if (event.path("kind").asText().equals("window")) {
          windows.add(event);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
