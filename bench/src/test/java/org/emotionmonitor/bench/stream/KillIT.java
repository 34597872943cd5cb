package org.emotionmonitor.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The short form of the kill test: processes, a broker, and {@code kill -9}. */
class KillIT {

  @TempDir Path folder;

  @Test
  void shouldDeliverEveryWindowOnceWhenInstancesAreKilled() {
    // How long the gaps are says something of a quiet machine only.
    int exit =
        new CommandLine(new StreamBench())
            .execute(
                "kill",
                "--legs=4",
                "--seconds=36",
                "--every=12",
                "--max-gap-ms=0",
                "--out=" + folder);

    assertThat(exit).isZero();
  }
}
