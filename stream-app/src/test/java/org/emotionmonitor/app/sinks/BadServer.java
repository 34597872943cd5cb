package org.emotionmonitor.app.sinks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.emotionmonitor.app.domain.Alert;
import org.emotionmonitor.app.domain.Json;

/**
 * A receiver that fails, hangs, and lies: it says that it failed when it did not. It does what a
 * receiver should do against that: it takes each idempotency key once.
 */
final class BadServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Random random = new Random(7);
  private final Signature signature;
  private final Set<String> keys = new HashSet<>();
  private final List<Alert> taken = new ArrayList<>();
  private int requests;
  private int badSignatures;
  private int redirected;
  private volatile double badness = 1;

  BadServer(String secret) throws IOException {
    signature = new Signature(secret);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/hook", this::hook);
    server.createContext("/elsewhere", this::elsewhere);
    server.setExecutor(threads);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort()));
  }

  /** How often it misbehaves, 0 to 1. */
  void badness(double share) {
    badness = share;
  }

  private void hook(HttpExchange request) throws IOException {
    byte[] body = request.getRequestBody().readAllBytes();
    double dice = dice();
    if (dice < 0.2) {
      answer(request, 503);
    } else if (dice < 0.3) {
      answer(request, 429);
    } else if (dice < 0.4) {
      request.getResponseHeaders().add("Location", "/elsewhere");
      answer(request, 307);
    } else if (dice < 0.5) {
      hang(request);
    } else if (dice < 0.7) {
      take(request, body);
      answer(request, 500);
    } else if (dice < 0.8) {
      take(request, body);
      request.close();
    } else {
      boolean refused = new String(body, StandardCharsets.UTF_8).contains("\"callId\":\"c-bad\"");
      if (!refused) {
        take(request, body);
      }
      answer(request, refused ? 400 : 204);
    }
  }

  private synchronized double dice() {
    requests++;
    return random.nextDouble() < badness ? random.nextDouble() : 1;
  }

  private synchronized void take(HttpExchange request, byte[] body) {
    String id = request.getRequestHeaders().getFirst("webhook-id");
    String time = request.getRequestHeaders().getFirst("webhook-timestamp");
    String expected = signature.of(id, Long.parseLong(time), body);
    if (!expected.equals(request.getRequestHeaders().getFirst("webhook-signature"))) {
      badSignatures++;
    }
    if (keys.add(request.getRequestHeaders().getFirst("Idempotency-Key"))) {
      taken.add(Json.read(body, Alert.class));
    }
  }

  private synchronized void elsewhere(HttpExchange request) throws IOException {
    redirected++;
    answer(request, 204);
  }

  private void hang(HttpExchange request) {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    request.close();
  }

  private static void answer(HttpExchange request, int status) throws IOException {
    request.sendResponseHeaders(status, -1);
    request.close();
  }

  synchronized List<Alert> taken() {
    return List.copyOf(taken);
  }

  synchronized int requests() {
    return requests;
  }

  synchronized int badSignatures() {
    return badSignatures;
  }

  synchronized int redirected() {
    return redirected;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
