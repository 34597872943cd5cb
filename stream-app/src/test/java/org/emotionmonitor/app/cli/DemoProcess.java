package org.emotionmonitor.app.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The demo in a JVM of its own, with a management port that is known. */
public final class DemoProcess implements AutoCloseable {

  private final Process process;
  private final int port;
  private final Path log;

  private DemoProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Starts it; {@code temp} takes its files and its output. */
  public static DemoProcess start(Path temp, String... settings) throws IOException {
    int port = freePort();
    Path log = temp.resolve("demo.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(temp.resolve("tmp")));
    command.add("-XX:TieredStopAtLevel=1");
    command.add(Main.class.getName());
    command.addAll(List.of("demo", "--port", "0", "--set", "management.port=" + port));
    for (String setting : settings) {
      command.addAll(List.of("--set", setting));
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new DemoProcess(builder.start(), port, log);
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
    if (!process.isAlive()) {
      throw new IllegalStateException("the demo has ended: " + Files.readString(log));
    }
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + target() + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(null, 20, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
