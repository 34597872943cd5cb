package org.emotionmonitor.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.streams.TopologyTestDriver;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncleanTasksTest {

  @TempDir Path folder;

  @Test
  void shouldRemoveOnlyTheTasksThatWereAtWorkWhenTheProcessWasKilled() throws IOException {
    Path active = task("0_1");
    Path copy = task("0_2");
    UncleanTasks.begin(active.toFile());

    UncleanTasks.remove(folder);

    assertThat(active).doesNotExist();
    assertThat(copy.resolve("rocksdb/chunks/CURRENT")).exists();
  }

  @Test
  void shouldRemoveNothingWhenTheTasksHadStopped() throws IOException {
    Path active = task("0_1");
    UncleanTasks.begin(active.toFile());
    UncleanTasks.end(active.toFile());

    UncleanTasks.remove(folder);

    assertThat(active.resolve("rocksdb/chunks/CURRENT")).exists();
  }

  @Test
  void shouldDoNothingWhenThereIsNoFolder() {
    Path none = folder.resolve("none");

    UncleanTasks.begin(none.toFile());
    UncleanTasks.remove(none);
    UncleanTasks.end(none.toFile());

    assertThat(none).doesNotExist();
  }

  @Test
  void shouldMarkATaskWhileItsProcessorsAreOpen() throws IOException {
    Metrics metrics = Metrics.isolated();
    Properties properties = new Properties();
    properties.put("application.id", "test");
    properties.put("state.dir", folder.toString());
    try (ScoringService scoring = TestScoring.create(metrics)) {
      try (TopologyTestDriver driver =
          new TopologyTestDriver(
              CallsTopology.build(Config.defaults(), scoring, metrics),
              properties,
              TestLeg.BEGIN)) {
        assertThat(driver.getAllStateStores()).hasSize(4);
        // The test driver has one task; a real stream has one for each half of the topology.
        assertThat(marks()).hasSize(1);
      }
      assertThat(marks()).isEmpty();
    }
  }

  private Path task(String id) throws IOException {
    Path task = folder.resolve(id);
    Path store = Files.createDirectories(task.resolve("rocksdb/chunks"));
    Files.writeString(store.resolve("CURRENT"), "MANIFEST");
    return task;
  }

  private List<Path> marks() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("open")).toList();
    }
  }
}
