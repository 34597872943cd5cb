package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncleanStateTest {

  @TempDir Path folder;
  private Path store;
  private Path processId;

  @BeforeEach
  void leaveState() throws IOException {
    store = Files.createDirectories(folder.resolve("0_1/rocksdb/chunks")).resolve("CURRENT");
    Files.writeString(store, "MANIFEST");
    processId = Files.writeString(folder.resolve("kafka-streams-process-metadata"), "{}");
  }

  @Test
  void shouldRemoveTheTasksWhenTheStreamBeforeWasNotClosed() {
    new UncleanState(folder).begin();
    assertThat(store).exists();

    new UncleanState(folder).begin();

    assertThat(folder.resolve("0_1")).doesNotExist();
    assertThat(processId).exists();
  }

  @Test
  void shouldRemoveThemAgainWhenThatStreamIsKilledToo() throws IOException {
    new UncleanState(folder).begin();
    new UncleanState(folder).begin();
    leaveState();

    new UncleanState(folder).begin();

    assertThat(folder.resolve("0_1")).doesNotExist();
  }

  @Test
  void shouldKeepTheTasksWhenTheStreamBeforeWasClosed() {
    UncleanState closed = new UncleanState(folder);
    closed.begin();
    closed.end();

    new UncleanState(folder).begin();

    assertThat(store).exists();
  }

  @Test
  void shouldDoNothingWhenThereIsNoFolder() {
    UncleanState none = new UncleanState(folder.resolve("none"));

    none.begin();
    none.end();

    assertThat(folder.resolve("none")).doesNotExist();
  }
}
