package org.emotionmonitor.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no model at all. */
class ModelFileTest {

  @TempDir private Path folder;

  @Test
  void shouldOpenAndDescribeWhenTheFileIsAModel() throws IOException {
    Path file = Files.write(folder.resolve("random.onnx"), Models.bytes());

    try (Scorer scorer = Scorer.open(file, ScorerOptions.defaults())) {
      ModelInfo info = scorer.info();
      assertThat(info.sha256()).isEqualTo(Sha256.hex(Files.readAllBytes(file))).hasSize(64);
      assertThat(info.shortSha()).isEqualTo(info.sha256().substring(0, 12));
      assertThat(info.describe())
          .isEqualTo(
              "random 0.0.1 ("
                  + file
                  + ", fp32, sha256 "
                  + info.shortSha()
                  + ", feature spec v1, trained 2026-11-22 on none, at all)");
    }
  }

  @Test
  void shouldSayThatItDoesNotExistWhenTheFileIsMissing() {
    refused(folder.resolve("none.onnx"), "none.onnx does not exist; check the path");
  }

  @Test
  void shouldSayThatItIsAFolderWhenItIsOne() {
    refused(folder, "is a folder; name the .onnx file itself");
  }

  @Test
  void shouldGiveTheSizeWhenTheFileIsEmptyOrHuge() throws IOException {
    refused(Files.createFile(folder.resolve("empty.onnx")), "has 0 bytes, expected 1 to 268435456");
    Path huge = folder.resolve("huge.onnx");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(ModelFile.MAX_BYTES + 1); // sparse
    }
    refused(huge, "has 268435457 bytes");
  }

  @Test
  void shouldSayThatItIsNoOnnxWhenItIsNone() throws IOException {
    refused(
        Files.writeString(folder.resolve("notes.onnx"), "# Notes\nNot a model.\n"),
        "notes.onnx is no ONNX file, or is damaged; it has 21 bytes and SHA-256 ");
    refused(
        Files.write(folder.resolve("zeros.onnx"), new byte[1000]), "zeros.onnx is no ONNX file");
  }

  @Test
  void shouldGiveSizeAndHashWhenTheFileIsTruncated() throws IOException {
    byte[] half = Arrays.copyOf(Models.bytes(), Models.bytes().length / 2);
    refused(
        Files.write(folder.resolve("half.onnx"), half),
        "it has %d bytes and SHA-256 %s".formatted(half.length, Sha256.hex(half)));
  }

  @Test
  void shouldSayWhyWhenTheGraphNeedsAnUnknownOperator() {
    byte[] unknown =
        Tamper.with(Models.bytes()).node("attention", node -> node.setOpType("Softmix")).bytes();

    assertThatThrownBy(() -> Models.open(unknown))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("model test does not load in ONNX Runtime ")
        .hasMessageContaining("Softmix")
        .hasMessageNotContaining("\n");
  }

  @Test
  void shouldWriteNothingToStandardErrorWhenModelsAreRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.onnx"), "Not a model.");
    // Fails only when it runs, which ONNX Runtime by default logs as well as throws.
    byte[] noStep =
        Tamper.with(Models.bytes())
            .constant("step", (byte) 0)
            .metadata(GraphDigest.KEY, null)
            .bytes();
    Path fails = Files.write(folder.resolve("fails.onnx"), noStep);
    Path errors = folder.resolve("stderr");
    Path output = folder.resolve("stdout");

    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OpenModels.class.getName(),
                text.toString(),
                fails.toString())
            .redirectError(errors.toFile())
            .redirectOutput(output.toFile())
            .start()
            .waitFor();

    assertThat(exit).isZero();
    // Lines such as [E:onnxruntime:, ...]; the JVM itself may have something to say there, too.
    assertThat(errors).content().doesNotContain(":onnxruntime:");
    assertThat(Files.readAllLines(output, StandardCharsets.UTF_8))
        .satisfiesExactly(
            line -> assertThat(line).contains("notes.onnx is no ONNX file"),
            line ->
                assertThat(line)
                    .contains("fails.onnx does not run: ", "Range")
                    .endsWith("; export the model again with this build's trainer"));
  }

  private static void refused(Path file, String message) {
    assertThatThrownBy(() -> Scorer.open(file, ScorerOptions.defaults()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }
}
