package org.emotionmonitor.app.topology;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Throws away at the start what a killed instance has left of the tasks that it worked on. Under
 * exactly-once such state may have what was never committed, so Kafka Streams throws it away, too:
 * but only when the task comes back, by an error and another rebalance, in which no instance of the
 * group commits. The copies of other instances' tasks stay.
 *
 * <p>A task's folder is marked while its processor is open.
 */
final class UncleanTasks {

  private static final Logger LOG = LoggerFactory.getLogger(UncleanTasks.class);
  private static final String MARK = "open";

  private UncleanTasks() {}

  /** The task of that folder has begun to work. */
  static void begin(File task) {
    try {
      if (task.isDirectory()) {
        Files.write(task.toPath().resolve(MARK), new byte[0]);
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be marked", task, e);
    }
  }

  /** The task of that folder has stopped, in whatever way, and Kafka Streams knows of it. */
  static void end(File task) {
    try {
      Files.deleteIfExists(task.toPath().resolve(MARK));
    } catch (IOException e) {
      LOG.debug("the mark of {} cannot be removed", task, e);
    }
  }

  /**
   * Removes the folders that are marked. To be called between the making of {@code KafkaStreams},
   * which locks the folder, and its start.
   *
   * @param application folder of the application's tasks
   */
  static void remove(Path application) {
    int removed = 0;
    for (Path task : marked(application)) {
      removed += removeAll(task) ? 1 : 0;
    }
    if (removed > 0) {
      LOG.info(
          "the state of {} tasks that were at work when the process was killed is read again from"
              + " their changelogs",
          removed);
    }
  }

  private static List<Path> marked(Path application) {
    List<Path> marked = new ArrayList<>();
    if (Files.isDirectory(application)) {
      try (Stream<Path> tasks = Files.list(application)) {
        tasks.filter(task -> Files.exists(task.resolve(MARK))).forEach(marked::add);
      } catch (IOException | UncheckedIOException e) {
        LOG.debug("{} cannot be read", application, e);
      }
    }
    return marked;
  }

  /** The mark goes last: whatever interrupts this, it is done again at the next start. */
  private static boolean removeAll(Path task) {
    try (Stream<Path> files = Files.walk(task)) {
      List<Path> deepestFirst =
          files
              .filter(file -> !file.equals(task) && !file.equals(task.resolve(MARK)))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
      Files.delete(task.resolve(MARK));
      Files.delete(task);
      return true;
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("{} cannot be removed; Kafka Streams will do it", task, e);
      return false;
    }
  }
}
