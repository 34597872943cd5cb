package org.emotionmonitor.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons of runs, on tones. */
class ExperimentsTest {

  private static final List<String> QUICK =
      List.of("--epochs=1", "--hidden=8", "--recipes=clean", "--conditions=clean");

  @TempDir Path folder;

  @Test
  void shouldCompareSystemsAndSkipWhatIsDone() throws IOException {
    Path manifest = SyntheticCorpus.write(folder, 2);
    assertThat(run("ablation", manifest, "--systems=svm,lstm", "--seeds=1")).isZero();
    Path first = folder.resolve("out/lstm-seed1/result.json");
    FileTime before = Files.getLastModifiedTime(first);

    assertThat(run("ablation", manifest, "--systems=svm,lstm,bilstm-att-mtl", "--seeds=1"))
        .isZero();
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(before);
    assertThat(folder.resolve("out/learning-curves.png")).isNotEmptyFile();
    String table = Files.readString(folder.resolve("out/ablation.md"));
    assertThat(table).contains("| svm |", "| lstm |", "| bilstm-att-mtl |", "| macro | 10 |");
    assertThat(Files.readString(folder.resolve("out/ablation.json")))
        .contains("\"devUar\"", "\"testUar\" : null");
  }

  @Test
  void shouldRefuseResultsOfOtherSettings() {
    Path manifest = SyntheticCorpus.write(folder, 2);
    assertThat(run("ablation", manifest, "--systems=svm", "--seeds=1")).isZero();
    assertThat(run("ablation", manifest, "--systems=svm", "--seeds=1", "--mask=0")).isEqualTo(1);
  }

  @Test
  void shouldTestEveryFoldOnceAndSkipWhatIsDone() throws IOException {
    Path manifest = SyntheticCorpus.writeFolds(folder, 2);
    assertThat(run("cross-validate", manifest, "--model=lstm-att", "--folds=1")).isZero();
    Path first = folder.resolve("out/fold1-seed1/result.json");
    FileTime before = Files.getLastModifiedTime(first);

    assertThat(run("cross-validate", manifest, "--model=lstm-att")).isZero();
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(before);
    String table = Files.readString(folder.resolve("out/cross-validation.md"));
    assertThat(table).contains("| 1 | 1 | 10 | 1 |", "| 2 | 1 | 10 | 1 |", "| 3 | 1 | 10 | 1 |");
    assertThat(folder.resolve("out/confusion.png")).isNotEmptyFile();
    // Without dev, both other folds are trained on.
    assertThat(Files.readString(folder.resolve("out/fold1-seed1/result.json")))
        .contains("\"dev\" : [ ]");
  }

  @Test
  void shouldRefuseCrossValidationWithoutFolds() {
    assertThat(run("cross-validate", SyntheticCorpus.write(folder, 1))).isEqualTo(1);
  }

  private int run(String command, Path manifest, String... more) {
    List<String> args = new ArrayList<>(List.of(command, "--manifest=" + manifest));
    args.add("--cache=" + folder.resolve("cache"));
    args.add("--out=" + folder.resolve("out"));
    args.addAll(QUICK);
    args.addAll(List.of(more));
    return Main.run(args.toArray(String[]::new));
  }
}
