package org.emotionmonitor.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line from recordings to a model that ONNX Runtime loads. */
class MainTest {

  @TempDir Path folder;

  @Test
  void shouldTrainEvaluateAndExport() throws IOException {
    Path manifest = SyntheticCorpus.write(folder, 3);
    Path run = folder.resolve("run");
    Path cache = folder.resolve("cache");
    int trained =
        Main.run(
            "train",
            "--manifest=" + manifest,
            "--out=" + run,
            "--cache=" + cache,
            "--epochs=2",
            "--hidden=16",
            "--seed=3");
    assertThat(trained).isZero();
    assertThat(run.resolve("config.json")).exists();
    assertThat(Files.readString(run.resolve("network-3/train.log")))
        .contains("epoch 1 ", "epoch 2 ");
    assertThat(run.resolve("network-1/config.json")).content().contains("\"ZSCORE\"");
    assertThat(run.resolve("network-3/config.json")).content().contains("\"STANDARDIZED\"");
    assertThat(Files.readString(run.resolve("metrics.json")))
        .contains("\"uar\"", "\"telephone\"", "\"temperature\"")
        .doesNotContain(folder.toString());
    assertLoads(run.resolve("model.onnx"));
    assertThat(run.resolve("evaluation-dev.md"))
        .content()
        .contains("| telephone |", "| unfriendly |");
    for (String plot :
        List.of("confusion-dev", "reliability-dev", "coverage-dev", "learning-curves")) {
      assertThat(run.resolve("plots/" + plot + ".png")).isNotEmptyFile();
    }

    String[] common = {"--manifest=" + manifest, "--cache=" + cache, "--run=" + run};
    assertThat(Main.run("evaluate", common[0], common[1], common[2], "--conditions=clean"))
        .isZero();
    Path exported = folder.resolve("again.onnx");
    assertThat(
            Main.run(
                "export",
                common[0],
                common[1],
                common[2],
                "--out=" + exported,
                "--precision=fp32,int8,fp16"))
        .isZero();
    assertLoads(exported);
    assertLoads(folder.resolve("again-int8.onnx"));
    assertThat(Main.run("card", "--run=" + run, "--name=tones")).isZero();
    assertThat(run.resolve("MODEL_CARD.md"))
        .content()
        .contains(
            "# Model card: tones",
            "the mean of 3 networks",
            "`zscore, zscore, standardized`",
            "| int8 |",
            "### Split dev, 15 utterances",
            "| tones |")
        .doesNotContain("{{");
  }

  @Test
  void shouldRefuseAnotherRunsFolderWhenSettingsDiffer() {
    Path manifest = SyntheticCorpus.write(folder, 1);
    String[] common = {
      "train", "--manifest=" + manifest, "--out=" + folder.resolve("run"), "--hidden=8"
    };
    String[] more = {"--cache=" + folder.resolve("cache"), "--networks=1"};
    assertThat(Main.run(common[0], common[1], common[2], common[3], more[0], more[1], "--epochs=1"))
        .isZero();
    Output output = run(common[0], common[1], common[2], common[3], more[0], more[1], "--epochs=2");
    assertThat(output.code()).isEqualTo(1);
    assertThat(output.error()).contains("has a run with other settings").hasLineCount(1);
  }

  @Test
  void shouldTellInOneLineWhenTheManifestIsMissing() {
    Output output = run("train", "--manifest=nowhere.csv", "--out=" + folder);
    assertThat(output.code()).isEqualTo(1);
    assertThat(output.error())
        .isEqualTo(
            "trainer.sh: manifest nowhere.csv is not a file; give the path of a manifest.csv\n");
  }

  @Test
  void shouldTellInOneLineWhenTheRunIsMissing() {
    Path manifest = SyntheticCorpus.write(folder, 1);
    Output output = run("evaluate", "--manifest=" + manifest, "--run=" + folder);
    assertThat(output.code()).isEqualTo(1);
    assertThat(output.error()).contains("has no metrics.json").hasLineCount(1);
  }

  @Test
  void shouldTellWhenANumberIsNotPositive() {
    Path manifest = SyntheticCorpus.write(folder, 1);
    Output output = run("train", "--manifest=" + manifest, "--out=" + folder, "--epochs=0");
    assertThat(output.code()).isEqualTo(1);
    assertThat(output.error()).contains("--epochs 0").hasLineCount(1);
  }

  @Test
  void shouldReturnTwoWhenAnOptionIsUnknown() {
    assertThat(run("train", "--nonsense").code()).isEqualTo(2);
  }

  @Test
  void shouldShowHelpWithoutArguments() {
    assertThat(run().code()).isZero();
  }

  private static void assertLoads(Path model) {
    try (Scorer scorer = Scorer.open(model, ScorerOptions.defaults())) {
      assertThat(scorer.info().metadata().corpora()).containsExactly("tones");
      assertThat(scorer.info().metadata().metrics()).contains("\"dev\":[{\"condition\":\"clean\"");
    }
  }

  private static Output run(String... args) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      int code = Main.run(args);
      return new Output(code, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }

  private record Output(int code, String error) {}
}
