package org.emotionmonitor.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Somebody has looked at the licence of everything that is delivered. */
class ThirdPartyTest {

  private static final Path LIST = Path.of("..", "THIRD-PARTY.md");
  private static final Path DELIVERED = Path.of("..", "stream-app", "target", "dist", "lib");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| [^:|]+:(\\S+) \\| (\\S+) \\| (\\S+) \\|$");

  /** May be combined under the GPL-3.0. */
  private static final Set<String> ALLOWED =
      Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "GPL-3.0", "LGPL-2.1", "MIT");

  @Test
  void shouldListWhatIsDelivered() throws IOException {
    assumeTrue(Files.isDirectory(DELIVERED), "the program was not packaged");
    Set<String> delivered;
    try (Stream<Path> jars = Files.list(DELIVERED)) {
      delivered =
          jars.map(jar -> jar.getFileName().toString().replaceFirst("\\.jar$", ""))
              .filter(name -> !name.startsWith("emotion-"))
              .collect(Collectors.toCollection(TreeSet::new));
    }

    assertThat(rows().stream().map(row -> row.group(1) + "-" + row.group(2)))
        .as(LIST.toString())
        .containsExactlyInAnyOrderElementsOf(delivered);
  }

  @Test
  void shouldListOnlyLicencesThatGoWithOurs() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(50).allMatch(row -> ALLOWED.contains(row.group(3)));
  }

  private static List<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(LIST)).results().toList();
  }
}
