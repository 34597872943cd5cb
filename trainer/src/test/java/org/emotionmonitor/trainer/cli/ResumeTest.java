package org.emotionmonitor.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that trains on 50 utterances is killed, and another goes on to a model. */
class ResumeTest {

  private static final int EPOCHS = 5;

  @TempDir Path folder;

  @Test
  void shouldEndInAModelWhenKilledHalfWayAndStartedAgain() throws Exception {
    Path run = folder.resolve("run");
    List<String> train =
        List.of(
            "train",
            "--manifest=" + SyntheticCorpus.write(folder, 5),
            "--model=bilstm-att-mtl",
            "--cache=" + folder.resolve("cache"),
            "--out=" + run,
            "--epochs=" + EPOCHS,
            "--hidden=24",
            "--networks=2",
            "--recipes=clean,voice",
            "--conditions=clean");
    Process process = start(train);
    try {
      await()
          .atMost(Duration.ofMinutes(10))
          .until(() -> !process.isAlive() || Files.exists(run.resolve("network-1/checkpoint-1")));
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(run.resolve("network-2/checkpoint-" + EPOCHS)).doesNotExist();
    assertThat(run.resolve("model.onnx")).doesNotExist();

    assertThat(Main.run(train.toArray(String[]::new))).isZero();
    assertThat(run.resolve("network-2/checkpoint-" + EPOCHS)).isDirectory();
    assertThat(Files.readAllLines(run.resolve("network-1/train.log")))
        .as("the first epoch is not trained again")
        .filteredOn(line -> line.startsWith("epoch 1 "))
        .hasSize(1);
    try (Scorer scorer = Scorer.open(run.resolve("model.onnx"), ScorerOptions.defaults())) {
      assertThat(scorer.info().metadata().metrics()).contains("\"bilstm-att-mtl\"");
    }
  }

  private Process start(List<String> args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(args);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("killed.log").toFile())
        .start();
  }
}
