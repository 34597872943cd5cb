package org.emotionmonitor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.emotionmonitor.app.ingest.WavFiles;
import org.emotionmonitor.onnx.ModelMetadata;
import org.emotionmonitor.onnx.export.GraphWriter;
import org.emotionmonitor.onnx.export.RandomWeights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake gives one line that names the thing and the remedy, and the right exit code. */
@Timeout(30)
final class BadInputTest {

  private static final String NO_BROKER = "127.0.0.1:1";
  private static final String QUICK = "stream.checkTimeoutMs=300";

  @TempDir static Path temp;
  private static ServerSocket taken;

  @BeforeAll
  static void prepare() throws IOException {
    taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    WavFiles.write(temp.resolve("good.wav"), 16_000, new float[16_000]);
    WavFiles.write(temp.resolve("fast.wav"), 96_000, new float[96_000]);
    Files.writeString(temp.resolve("text.wav"), "this is no audio at all");
    Files.writeString(temp.resolve("text.onnx"), "this is no model at all");
    Files.write(temp.resolve("other.onnx"), GraphWriter.write(RandomWeights.of(1, 2), otherSpec()));
    Files.writeString(temp.resolve("bad.yaml"), "gateway:\n  prot: 1\n");
    Files.createDirectories(temp.resolve("full"));
    Files.writeString(temp.resolve("full/precious.txt"), "x");
  }

  @AfterAll
  static void end() throws IOException {
    taken.close();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        // command line
        mistake(2, "no command", ""),
        mistake(2, "--help", "nonsense"),
        mistake(2, "--nonsense", "demo --nonsense"),
        mistake(2, "FILE", "replay"),
        mistake(2, "FILE", "score"),
        mistake(2, "topics create, topics list or topics describe", "topics"),
        mistake(2, "'mp3' is not supported", "replay $/good.wav --encoding mp3"),
        mistake(2, "\"boss\"; allowed: customer", "replay $/good.wav --role boss"),
        mistake(2, "neither a number nor max", "replay $/good.wav --speed quick"),
        mistake(2, "speed -1", "replay $/good.wav --speed -1"),
        mistake(2, "20 to 1000 ms", "score $/good.wav --chunk-ms 5"),
        mistake(2, "parallel calls 0", "replay $/good.wav --parallel 0"),
        // configuration
        mistake(2, "unknown key gateway.prot", "gateway --set gateway.prot=1"),
        mistake(2, "bad.yaml", "stream --config $/bad.yaml"),
        mistake(2, "none.yaml", "stream --config $/none.yaml"),
        mistake(2, "gateway.port = \"99999\"", "demo --port 99999"),
        // files
        mistake(1, "no such file", "score $/none.wav"),
        mistake(1, "no such file", "replay $/none.wav"),
        mistake(1, "no such file", "demo --audio $/none.wav"),
        mistake(1, "neither WAV nor FLAC", "score $/text.wav"),
        mistake(1, "96000 samples/s", "replay $/fast.wav"),
        mistake(1, "text.onnx", "score $/good.wav --set scoring.model=$/text.onnx"),
        mistake(1, "feature spec", "score $/good.wav --set scoring.model=$/other.onnx"),
        mistake(1, "none.onnx", "score $/good.wav --set scoring.model=$/none.onnx"),
        // network
        mistake(1, "broker port", "broker --port ?"),
        mistake(1, "not empty", "broker --port 0 --data $/full"),
        mistake(1, NO_BROKER, "stream -b " + NO_BROKER + " --set " + QUICK),
        mistake(1, NO_BROKER, "gateway -b " + NO_BROKER + " --set " + QUICK),
        mistake(1, NO_BROKER, "replay $/good.wav -b " + NO_BROKER + " --set " + QUICK),
        mistake(1, NO_BROKER, "topics create -b " + NO_BROKER + " --set " + QUICK),
        mistake(1, NO_BROKER, "topics list -b " + NO_BROKER + " --set " + QUICK),
        mistake(1, "bootstrap", "topics list -b nonsense --set " + QUICK));
  }

  @ParameterizedTest(name = "[{index}] {2}")
  @MethodSource("mistakes")
  void shouldSayItInOneLineWhenTheInputIsBad(int code, String part, String command) {
    String line =
        command.replace("$", temp.toString()).replace("?", Integer.toString(taken.getLocalPort()));
    Cli run = Cli.run((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));

    assertThat(run.err()).hasSize(1);
    assertThat(run.err().get(0)).startsWith("emotion-monitor: ").contains(part);
    assertThat(run.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldExplainItselfWhenAskedForHelp(String command) {
    Cli run = Cli.run((Object[]) (command + " --help").strip().split(" "));

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).anyMatch(line -> line.startsWith("Usage: emotion-monitor"));
  }

  static Stream<String> commands() {
    return Stream.of(
        "",
        "demo",
        "broker",
        "stream",
        "gateway",
        "replay",
        "score",
        "topics",
        "topics create",
        "topics list",
        "topics describe");
  }

  @ParameterizedTest
  @MethodSource("verboseMistake")
  void shouldAddTheTraceWhenVerbose(String file) {
    Cli run = Cli.run("score", file, "--verbose");

    assertThat(run.err()).hasSizeGreaterThan(2).anyMatch(line -> line.startsWith("\tat "));
  }

  static Stream<String> verboseMistake() {
    return Stream.of("none.wav");
  }

  private static Arguments mistake(int code, String part, String command) {
    return Arguments.of(code, part, command);
  }

  private static ModelMetadata otherSpec() {
    ModelMetadata good =
        ModelMetadata.of("t", "1", List.of("none"), "none", "{}", "0", LocalDate.of(2026, 1, 1));
    return new ModelMetadata(
        "v0",
        "0123456789abcdef",
        good.emotions(),
        good.rates(),
        good.volumes(),
        good.name(),
        good.version(),
        good.corpora(),
        good.split(),
        good.metrics(),
        good.trainerVersion(),
        good.date());
  }
}
