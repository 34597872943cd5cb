package org.emotionmonitor.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the command line says of a manifest that cannot be trained on; it never goes on silently.
 */
class BadInputTest {

  @TempDir Path folder;

  private Path manifest;

  @BeforeEach
  void writeCorpus() {
    manifest = SyntheticCorpus.write(folder, 1);
  }

  @Test
  void shouldNameRowAndFileWhenAudioIsMissing() throws IOException {
    Files.delete(folder.resolve("s2-sad-0.wav"));
    assertFails("manifest.csv row 10: file \"s2-sad-0.wav\" does not exist");
  }

  @Test
  void shouldNameRowAndFileWhenAudioIsCutShort() throws IOException {
    Path file = folder.resolve("s2-sad-0.wav");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 5_000));
    assertFails("manifest row 10: file \"s2-sad-0.wav\" cannot be read as audio", "ends after");
  }

  @Test
  void shouldNameRowAndFileWhenAudioIsSomethingElse() throws IOException {
    Files.writeString(folder.resolve("s1-cheerful-0.wav"), "version https://git-lfs");
    assertFails("manifest row 2: file \"s1-cheerful-0.wav\"", "neither WAV nor FLAC");
  }

  @Test
  void shouldNameRowAndLabelWhenItIsUnknown() throws IOException {
    change(row -> row.replace(",sad,", ",gloomy,"));
    assertFails("row 5: column label: unknown label \"gloomy\"", "cheerful, friendly");
  }

  @Test
  void shouldNameBothRowsWhenASpeakerIsInTwoSplits() throws IOException {
    change(row -> row.replace(",s3,", ",s1,"));
    assertFails("row 12: speaker \"s1\" is in split dev, but in train in row 2");
  }

  @Test
  void shouldNameTheClassWhenItIsEmpty() throws IOException {
    change(row -> row.replace(",friendly,", ",,"));
    assertFails("no row with label \"friendly\" in split train");
  }

  @Test
  void shouldTellWhenThresholdsDoNotRise() {
    Output output = train("--rate-thresholds=6,3");
    assertThat(output.code()).isEqualTo(1);
    assertThat(output.error()).contains("--rate-thresholds", "must rise").hasLineCount(1);
  }

  private void change(UnaryOperator<String> row) throws IOException {
    List<String> rows = new ArrayList<>(Files.readAllLines(manifest));
    rows.replaceAll(row);
    Files.write(manifest, rows);
  }

  private void assertFails(String... parts) {
    Output output = train("--threads=1");
    assertThat(output.code()).isEqualTo(1);
    assertThat(output.error()).contains(parts);
    assertThat(folder.resolve("run/metrics.json")).doesNotExist();
  }

  private Output train(String option) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      int code =
          Main.run(
              "train",
              "--manifest=" + manifest,
              "--out=" + folder.resolve("run"),
              "--cache=" + folder.resolve("cache"),
              "--hidden=8",
              "--epochs=1",
              option);
      return new Output(code, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }

  private record Output(int code, String error) {}
}
