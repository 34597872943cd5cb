package org.emotionmonitor.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshTrainingTest {

  @TempDir Path folder;

  @Test
  void shouldTrainWithNewDrawsInEveryEpochAndLeaveNoneBehind() throws IOException {
    Path manifest = SyntheticCorpus.write(folder, 1);
    Path run = folder.resolve("run");
    int code =
        Main.run(
            "train",
            "--manifest=" + manifest,
            "--out=" + run,
            "--cache=" + folder.resolve("cache"),
            "--hidden=8",
            "--networks=1",
            "--epochs=2",
            "--recipes=voice,call",
            "--draws=0");
    assertThat(code).isZero();
    assertThat(Files.readString(run.resolve("train.log"))).contains("epoch 1 ", "epoch 2 ");
    assertThat(run.resolve("model.onnx")).exists();
    assertThat(run.resolve("fresh")).doesNotExist();
  }
}
