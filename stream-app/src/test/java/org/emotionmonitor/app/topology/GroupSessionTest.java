package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupSessionTest {

  private static final String NOBODY = "127.0.0.1:1";

  @TempDir Path folder;

  @Test
  void shouldTakeShortTimeoutWhenClusterAllowsIt() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
      assertThat(GroupSession.timeout(config(broker.bootstrap(), 2_000)))
          .isEqualTo(Duration.ofSeconds(2));
    }
  }

  @Test
  void shouldTakeKafkasOwnLimitWhenClusterDoesNotTell() {
    assertThat(GroupSession.timeout(config(NOBODY, 2_000))).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void shouldNotAskWhenTimeoutIsOneThatEveryClusterAllows() {
    assertThat(GroupSession.timeout(config(NOBODY, 10_000))).isEqualTo(Duration.ofSeconds(10));
  }

  private static Config config(String bootstrap, int sessionMs) {
    return Config.load(
        List.of(),
        Map.of(),
        List.of(
            "kafka.bootstrap.servers=" + bootstrap,
            "stream.checkTimeoutMs=2000",
            "stream.sessionTimeoutMs=" + sessionMs));
  }
}
