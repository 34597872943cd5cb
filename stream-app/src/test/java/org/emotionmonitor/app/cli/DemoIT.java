package org.emotionmonitor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.emotionmonitor.app.domain.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process of its own, as a user starts and stops it. */
@Timeout(180)
@EnabledOnOs({OS.LINUX, OS.MAC})
final class DemoIT {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Pattern URL = Pattern.compile("The page is at (http://\\S+)");
  private static final int TERMINATED = 143;

  @TempDir Path temp;
  private Process demo;

  @AfterEach
  void stop() {
    if (demo != null) {
      demo.destroyForcibly();
    }
  }

  @Test
  void shouldShowEventsAndLeaveNothingBehindWhenStopped() throws Exception {
    start();
    Awaitility.await().atMost(SOON).until(() -> url() != null);
    Awaitility.await().atMost(SOON).ignoreExceptions().until(() -> hasEvent(calls()));

    demo.destroy();

    assertThat(demo.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(demo.exitValue()).isEqualTo(TERMINATED);
    assertThat(Files.readString(temp.resolve("err"))).isEmpty();
    assertThat(temp.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void shouldStopCleanlyWhenToldToWhileItStarts() throws Exception {
    start();
    Awaitility.await().atMost(SOON).until(() -> !isEmpty(temp.resolve("tmp")));

    demo.destroy();

    assertThat(demo.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(temp.resolve("err"))).isEmpty();
    // ONNX Runtime's own folder stays if the process ends at the very moment of its loading.
    assertThat(temp.resolve("tmp"))
        .isDirectoryNotContaining(p -> p.getFileName().toString().startsWith("emotion-monitor"));
  }

  private void start() throws Exception {
    Path tmp = Files.createDirectories(temp.resolve("tmp"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + tmp,
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            Main.class.getName(),
            "demo",
            "--port",
            "0",
            "--set",
            "management.port=0");
    // Not by -cp: ONNX Runtime crashes a JVM whose command line is long.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    demo =
        builder
            .redirectOutput(temp.resolve("out").toFile())
            .redirectError(temp.resolve("err").toFile())
            .start();
  }

  private String url() throws Exception {
    Matcher line = URL.matcher(Files.readString(temp.resolve("out")));
    return line.find() ? line.group(1) : null;
  }

  private JsonNode calls() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "v1/calls")).build();
    return Json.mapper()
        .readTree(
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static boolean hasEvent(JsonNode calls) {
    return calls.findValues("current").stream().anyMatch(JsonNode::isObject);
  }

  private static boolean isEmpty(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
