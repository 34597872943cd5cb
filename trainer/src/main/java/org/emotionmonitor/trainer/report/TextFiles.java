package org.emotionmonitor.trainer.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.emotionmonitor.trainer.TrainerException;

/**
 * Files of results, as text or JSON, each written in one step, so that one that is there is whole.
 */
public final class TextFiles {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private TextFiles() {}

  /** Reads a result, if an earlier run has left it. */
  public static <R> Optional<R> readJson(Path file, Class<R> type) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), type));
    } catch (IOException e) {
      throw new TrainerException(
          "result %s cannot be read: %s; delete it, and it will be computed again"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Writes a value as JSON. */
  public static void writeJson(Path file, Object value) {
    try {
      write(file, JSON.writeValueAsString(value) + System.lineSeparator());
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Writes text. */
  public static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static TrainerException unwritable(Path file, IOException e) {
    return new TrainerException(
        "%s cannot be written: %s; free some space or give another --out"
            .formatted(file, e.getMessage()),
        e);
  }
}
