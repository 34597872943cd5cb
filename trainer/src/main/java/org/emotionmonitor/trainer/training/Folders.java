package org.emotionmonitor.trainer.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the library lacks on folders. */
final class Folders {

  private Folders() {}

  /** The folders in {@code parent} whose name is {@code prefix} and a number. */
  static List<Path> named(Path parent, String prefix) {
    try (Stream<Path> files = Files.list(parent)) {
      return files.filter(f -> f.getFileName().toString().matches(prefix + "[0-9]+")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a folder and what is in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
