package org.emotionmonitor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.emotionmonitor.app.domain.Json;
import org.junit.jupiter.api.Test;

class BenchCommandTest {

  @Test
  void shouldMeasureTheCpuAndSayWhyThereIsNoGpu() throws Exception {
    Cli run =
        Cli.run(
            "bench",
            "--batches",
            "1,2",
            "--seconds",
            "0.01",
            "--json",
            "--set",
            "scoring.provider=cuda");

    assertThat(run.code()).isZero();
    assertThat(run.out()).hasSizeGreaterThanOrEqualTo(4);
    JsonNode first = Json.mapper().readTree(run.out().get(0));
    assertThat(first.get("provider").asText()).isEqualTo("cpu");
    assertThat(first.get("windowsPerSecond").asDouble()).isPositive();
    assertThat(first.get("p99Ms").asDouble()).isGreaterThanOrEqualTo(first.get("p50Ms").asDouble());
    JsonNode third = Json.mapper().readTree(run.out().get(2));
    assertThat(first.get("precision").asText()).isEqualTo("fp32");
    assertThat(third.get("precision").asText()).isEqualTo("int8");
    assertThat(third.get("difference").asDouble()).isBetween(0.0, 1.0);
    if (run.out().size() == 4) {
      assertThat(run.err()).anyMatch(line -> line.startsWith("no GPU: "));
    }
  }

  @Test
  void shouldRefuseSizesThatNobodyScores() {
    assertThat(Cli.run("bench", "--batches", "0").code()).isEqualTo(2);
    assertThat(Cli.run("bench", "--batches", "257").code()).isEqualTo(2);
    assertThat(Cli.run("bench", "--seconds", "NaN").code()).isEqualTo(2);
  }

  @Test
  void shouldRefuseWhenAGpuIsRequiredAndNotThere() {
    Cli run =
        Cli.run(
            "bench",
            "--batches",
            "1",
            "--seconds",
            "0.01",
            "--set",
            "scoring.provider=cuda",
            "--set",
            "scoring.requireGpu=true");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).anyMatch(line -> line.contains("does not run on the GPU"));
  }
}
