package org.emotionmonitor.app.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.emotionmonitor.app.AppException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the state stores: the configured one, which stays, or a temporary one, which goes
 * with the process. It can go because the changelogs have it all.
 */
final class StateFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StateFolder.class);

  private final Path path;
  private final boolean temporary;

  private StateFolder(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
  }

  /**
   * @param configured null for a temporary one
   */
  static StateFolder open(Path configured) {
    try {
      return configured == null
          ? new StateFolder(Files.createTempDirectory("emotion-monitor-state-"), true)
          : new StateFolder(Files.createDirectories(configured), false);
    } catch (IOException e) {
      throw new AppException(
          "the state folder %s cannot be made; set stream.stateDir to one that can be written"
              .formatted(
                  configured == null ? "in " + System.getProperty("java.io.tmpdir") : configured),
          e);
    }
  }

  Path path() {
    return path;
  }

  /** Removes the folder if it is a temporary one. */
  @Override
  public void close() {
    if (!temporary) {
      return;
    }
    try {
      remove(path);
    } catch (IOException | UncheckedIOException e) {
      // Nothing is lost by it, and it must not hide why the service stops.
      LOG.warn("the temporary folder {} cannot be removed: {}", path, e.getMessage());
    }
  }

  /** Removes a folder and all that is in it; stops at the first file that cannot be removed. */
  static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    }
  }
}
