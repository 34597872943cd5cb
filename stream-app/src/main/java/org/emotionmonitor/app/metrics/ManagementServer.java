package org.emotionmonitor.app.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.config.ManagementConfig;

/**
 * The operators' port. {@code /health} is 200 as long as the process should go on, {@code /ready}
 * is 200 while it does its work, {@code /metrics} is Prometheus' text format. It must answer while
 * everything else is busy, so it has a thread and a server of its own.
 */
public final class ManagementServer implements AutoCloseable {

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  private final ManagementConfig config;
  private final CollectorRegistry registry;
  private final List<Health> services;
  private HttpServer server;
  private ExecutorService executor;

  public ManagementServer(
      ManagementConfig config, CollectorRegistry registry, List<Health> services) {
    this.config = config;
    this.registry = registry;
    this.services = List.copyOf(services);
  }

  /**
   * Starts listening.
   *
   * @return the port
   * @throws AppException if the port is in use or the address is not one of this machine
   */
  public int start() {
    InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
    try {
      server = HttpServer.create(address, 0);
    } catch (BindException e) {
      throw new AppException(
          "the management port %s:%d is in use or not of this machine; set management.port or .host"
              .formatted(config.host(), config.port()),
          e);
    } catch (IOException | RuntimeException e) {
      throw new AppException(
          "the management port cannot listen on %s:%d (%s); set management.port or management.host"
              .formatted(config.host(), config.port(), e.getMessage()),
          e);
    }
    executor = Executors.newSingleThreadExecutor(ManagementServer::thread);
    server.setExecutor(executor);
    server.createContext(
        "/", exchange -> answer(exchange, NOT_FOUND, "see /health /ready /metrics\n"));
    server.createContext(
        "/health", exchange -> state(exchange, services.stream().allMatch(Health::healthy)));
    server.createContext(
        "/ready", exchange -> state(exchange, services.stream().allMatch(Health::ready)));
    server.createContext("/metrics", this::metrics);
    server.start();
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
      executor.shutdownNow();
      server = null;
    }
  }

  private void state(HttpExchange exchange, boolean good) throws IOException {
    String text = services.stream().map(Health::describe).collect(Collectors.joining("\n"));
    answer(exchange, good ? OK : UNAVAILABLE, text + "\n");
  }

  private void metrics(HttpExchange exchange) throws IOException {
    String type = TextFormat.chooseContentType(exchange.getRequestHeaders().getFirst("Accept"));
    exchange.getResponseHeaders().set("Content-Type", type);
    answer(exchange, OK, MetricsText.write(type, registry));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "management");
    thread.setDaemon(true);
    return thread;
  }
}
