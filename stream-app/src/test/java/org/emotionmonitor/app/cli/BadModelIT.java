package org.emotionmonitor.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.topology.TopicAdmin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process {@code stream} with a model file that is no good. */
class BadModelIT {

  private static final Duration SOON = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void shouldEndWithOneLineAndExitCodeOneWhenTheModelIsNoModel() throws Exception {
    Path model = Files.write(folder.resolve("broken.onnx"), "no model".getBytes(UTF_8));
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
      List<String> sets = List.of("kafka.bootstrap.servers=" + broker.bootstrap());
      new TopicAdmin(Config.load(List.of(), Map.of(), sets)).createMissing();
      try (ProgramProcess stream =
          ProgramProcess.start(
              folder.resolve("stream"),
              List.of(
                  "stream",
                  "--broker",
                  broker.bootstrap(),
                  "--set",
                  "management.port=0",
                  "--set",
                  "scoring.model=" + model))) {
        int code = stream.awaitExit(SOON);

        assertThat(code).as(stream.printed()).isEqualTo(ExitCodes.FAILED);
        assertThat(stream.printed())
            .contains(model.toString())
            .doesNotContain("\tat ")
            .doesNotContain("Scoring ");
      }
    }
  }
}
