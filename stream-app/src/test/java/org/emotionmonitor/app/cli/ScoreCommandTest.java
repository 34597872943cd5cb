package org.emotionmonitor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.ingest.WavFiles;
import org.emotionmonitor.app.topology.TestVoice;
import org.emotionmonitor.core.audio.Encoding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScoreCommandTest {

  private static final int RATE = 16_000;

  @TempDir static Path temp;
  private static Path mono;
  private static Path stereo;

  @BeforeAll
  static void files() throws IOException {
    float[] voice = voice(4.2);
    float[] late = Arrays.copyOf(new float[RATE * 2], voice.length);
    System.arraycopy(voice, 0, late, RATE * 2, voice.length - RATE * 2);
    mono = WavFiles.write(temp.resolve("mono.wav"), RATE, late);
    stereo = WavFiles.write(temp.resolve("stereo.wav"), RATE, voice, voice);
  }

  @Test
  void shouldPrintOneLineForEachWindow() {
    Cli run = Cli.run("score", mono);

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).hasSize(2 + 4);
    assertThat(run.out().get(0)).endsWith("mono.wav: customer, 0:04 of audio");
    assertThat(run.out().get(2)).matches("   0:00\\.0 -  0:01\\.5  no speech");
    assertThat(run.out().get(5))
        .matches(
            "   0:00\\.0 -  0:04\\.2  \\w+ +\\d+ %  \\w+ +\\d+ %  \\w+ +\\d+ % +\\d\\.\\d +-\\d+\\.\\d +\\S+");
  }

  @Test
  void shouldPrintTheThreeEventsOfEachWindowWhenJson() throws Exception {
    Cli run = Cli.run("score", "--json", mono);

    assertThat(run.code()).isZero();
    assertThat(run.out()).hasSize(3 * 4);
    JsonNode last = Json.mapper().readTree(run.out().get(9));
    assertThat(last.path("kind").asText()).isEqualTo("emotion");
    assertThat(last.path("trigger").asText()).isEqualTo("leg_ended");
    assertThat(last.path("probabilities")).hasSize(5);
    assertThat(Json.mapper().readTree(run.out().get(10)).path("kind").asText()).isEqualTo("rate");
    assertThat(Json.mapper().readTree(run.out().get(11)).path("kind").asText()).isEqualTo("volume");
  }

  @Test
  void shouldLeaveOutTheLegThatPolicyDrops() {
    Cli run = Cli.run("score", stereo);

    assertThat(run.code()).isZero();
    assertThat(run.out().get(0)).contains("agent is not scored", "policy.roles.agent = drop");
    assertThat(run.out().get(1)).contains("customer");
  }

  @Test
  void shouldScoreBothLegsWhenBothAreCustomers() {
    Cli run = Cli.run("score", stereo, "--role", "customer,customer");

    assertThat(run.out()).filteredOn(line -> line.contains("customer, 0:04")).hasSize(2);
    assertThat(run.out()).noneMatch(line -> line.contains("not scored"));
  }

  private static float[] voice(double seconds) {
    byte[] bytes = TestVoice.speech(Encoding.F32LE, RATE, seconds);
    float[] samples = new float[bytes.length / Float.BYTES];
    Encoding.F32LE.decode(bytes, 0, bytes.length, samples, 0);
    return samples;
  }
}
