package org.emotionmonitor.app.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.emotionmonitor.app.gateway.view.JsonText;

/** A WebSocket client over the JDK's own, which shares no code with the server. */
public final class TestClient implements WebSocket.Listener {
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private WebSocket socket;

  public static TestClient connect(int port) {
    return connect(port, null, new String[0]);
  }

  public static TestClient connect(int port, String origin, String... subprotocols) {
    return connectTo(port, "/v1/stream", origin, subprotocols);
  }

  /** A client of any WebSocket of the gateway. */
  public static TestClient connectTo(int port, String path, String origin, String... subprotocols) {
    TestClient client = new TestClient();
    WebSocket.Builder builder =
        HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(Duration.ofSeconds(30));
    if (origin != null) {
      builder.header("Origin", origin);
    }
    if (subprotocols.length > 0) {
      builder.subprotocols(
          subprotocols[0], java.util.Arrays.copyOfRange(subprotocols, 1, subprotocols.length));
    }
    client.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + path), client).join();
    return client;
  }

  public TestClient send(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  /** Sends a binary message. */
  public TestClient send(byte[] audio) {
    socket.sendBinary(ByteBuffer.wrap(audio), true).join();
    return this;
  }

  /** Sends a message that the server may refuse, and close, before all of it has gone out. */
  public TestClient sendRefused(byte[] audio) {
    return refused(socket.sendBinary(ByteBuffer.wrap(audio), true));
  }

  /** The same with a text. */
  public TestClient sendRefused(String text) {
    return refused(socket.sendText(text, true));
  }

  private TestClient refused(CompletableFuture<WebSocket> sent) {
    sent.exceptionally(closedMeanwhile -> socket).join();
    return this;
  }

  WebSocket socket() {
    return socket;
  }

  String subprotocol() {
    return socket.getSubprotocol();
  }

  /** The next message of this type; others are passed over. */
  public JsonNode next(String type) throws InterruptedException {
    return nextOf(type);
  }

  /** The next message of this type, for which it waits so long; others are passed over. */
  public JsonNode next(String type, Duration within) throws InterruptedException {
    return nextOf(within, type);
  }

  /** The next message of one of these types; others are passed over. */
  public JsonNode nextOf(String... types) throws InterruptedException {
    return nextOf(Duration.ofSeconds(30), types);
  }

  private JsonNode nextOf(Duration within, String... types) throws InterruptedException {
    long until = System.nanoTime() + within.toNanos();
    while (true) {
      JsonNode message = messages.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (message == null) {
        throw new AssertionError("no %s within %s".formatted(List.of(types), within));
      }
      if (List.of(types).contains(message.path("type").asText())) {
        return message;
      }
    }
  }

  /** The next message that has this field; others are passed over. */
  public JsonNode nextWith(String field) throws InterruptedException {
    while (true) {
      JsonNode message = messages.poll(30, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("no message with \"%s\" within 30 s".formatted(field));
      }
      if (message.has(field)) {
        return message;
      }
    }
  }

  /** Breaks the connection without a word. */
  public void abort() {
    socket.abort();
  }

  /** The code with which the server closed. */
  public int closeCode() throws Exception {
    return closed.get(30, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        messages.add(JsonText.mapper().readTree(partial.toString()));
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
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket ws, Throwable error) {
    closed.completeExceptionally(error);
  }
}
