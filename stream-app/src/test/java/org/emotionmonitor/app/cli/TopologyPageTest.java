package org.emotionmonitor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about the topology shows the one that there is. */
class TopologyPageTest {

  private static final Path PAGE = Path.of("..", "docs", "topology.md");
  private static final String BEGIN = "<!-- generated: describe -->\n```\n";
  private static final String END = "\n```\n<!-- end: describe -->";

  @Test
  void shouldShowWhatDescribePrints() throws IOException {
    Cli run = Cli.run("stream", "--describe");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    String described = String.join("\n", run.out());
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    if (Boolean.getBoolean("topology.write")) {
      Files.writeString(PAGE, page.substring(0, from) + described + page.substring(to));
    } else {
      assertThat(page.substring(from, to))
          .as("docs/topology.md; write it again with -Dtopology.write=true")
          .isEqualTo(described);
    }
  }
}
