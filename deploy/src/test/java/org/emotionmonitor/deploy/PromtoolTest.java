package org.emotionmonitor.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prometheus' and Alertmanager's own tools read our files, where they are installed. */
class PromtoolTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "promtool check rules prometheus/emotion-monitor.rules.yaml",
        "promtool test rules prometheus/emotion-monitor.rules.test.yaml",
        "promtool check config prometheus/prometheus.yml",
        "amtool check-config alertmanager/alertmanager.yml"
      })
  void shouldPass(String command) throws Exception {
    List<String> words = List.of(command.split(" ", -1));
    if (System.getProperty("prometheus", "").equals("required")) {
      assertThat(isInstalled(words.get(0))).as(words.get(0) + " on the PATH").isTrue();
    }
    assumeTrue(isInstalled(words.get(0)), words.get(0) + " is not installed");

    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String output = read(process);

    assertThat(process.waitFor()).as(output).isZero();
  }

  private static String read(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
