package org.emotionmonitor.app.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The demo in a JVM of its own, with a management port that is known. */
public final class DemoProcess implements AutoCloseable {

  private final ProgramProcess process;
  private final int port;

  private DemoProcess(ProgramProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it; {@code temp} takes its files and its output. */
  public static DemoProcess start(Path temp, String... settings) throws IOException {
    int port = freePort();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("demo", "--port", "0", "--set", "management.port=" + port));
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    return new DemoProcess(ProgramProcess.start(temp, arguments), port);
  }

  /** One that sends alerts on, too, to addresses where nobody listens. */
  public static DemoProcess withSinks(Path temp) throws IOException {
    return start(
        temp, "sinks.webhook.url=http://127.0.0.1:9", "sinks.alertmanager.urls=http://127.0.0.1:9");
  }

  /** Where its metrics are, as {@code host:port}. */
  public String target() {
    return "127.0.0.1:" + port;
  }

  /** The page of that path at the management port; throws while it does not listen yet. */
  public String get(String path) throws IOException, InterruptedException {
    process.requireAlive();
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + target() + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    process.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
