package org.emotionmonitor.app.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Throws away at the start the state that a killed instance has left. Under exactly-once a store
 * that was not closed may have what was never committed, be it a task's that worked or a copy of
 * another instance's, so Kafka Streams throws it away, too: but only when the task comes back, by
 * an error and another rebalance, in which no instance of the group commits; and until then it
 * counts as state, for which the instance is given tasks.
 *
 * <p>The application's folder is marked while the stream runs.
 */
final class UncleanState {

  private static final Logger LOG = LoggerFactory.getLogger(UncleanState.class);
  private static final String MARK = "unclean";
  private static final String TASK = "\\d+_\\d+";

  private final Path application;

  /**
   * @param application folder of the application's tasks
   */
  UncleanState(Path application) {
    this.application = application;
  }

  /**
   * The stream is about to start: removes what the one before has left, unless that was closed. To
   * be called between the making of {@code KafkaStreams}, which locks the folder, and its start.
   */
  void begin() {
    try {
      if (Files.exists(mark())) {
        int removed = 0;
        for (Path task : tasks()) {
          removed += removeAll(task) ? 1 : 0;
        }
        LOG.info(
            "the process before this one was killed; the state of its {} tasks is read again from"
                + " their changelogs",
            removed);
      } else {
        Files.createFile(mark());
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("{} cannot be marked or read", application, e);
    }
  }

  /** The stream has closed all its stores. */
  void end() {
    try {
      Files.deleteIfExists(mark());
    } catch (IOException e) {
      LOG.debug("the mark of {} cannot be removed", application, e);
    }
  }

  private Path mark() {
    return application.resolve(MARK);
  }

  private List<Path> tasks() throws IOException {
    try (Stream<Path> files = Files.list(application)) {
      return files.filter(file -> file.getFileName().toString().matches(TASK)).toList();
    }
  }

  private static boolean removeAll(Path task) {
    try {
      StateFolder.remove(task);
      return true;
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("{} cannot be removed; Kafka Streams will do it", task, e);
      return false;
    }
  }
}
