package org.emotionmonitor.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model's bytes and where they come from.
 *
 * @param source path, or {@code shipped}, for messages
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier to the scorer; never compared.
public record ModelFile(String source, byte[] bytes) {

  private static final String SHIPPED = "emotion-v1.onnx";

  /** A model has about 3 MB; whatever is this large is something else. */
  static final long MAX_BYTES = 256L << 20;

  /**
   * Reads a model.
   *
   * @param path null for the shipped one
   * @throws ModelException if there is none, or it cannot be read
   */
  public static ModelFile read(Path path) {
    return path == null ? shipped("shipped", SHIPPED) : file(path);
  }

  /**
   * Reads the same model in another format, which lies beside it.
   *
   * @param path of the model in float32; null for the shipped one
   * @return empty if there is none
   * @throws ModelException if it cannot be read
   */
  public static Optional<ModelFile> beside(Path path, Precision format) {
    if (path == null) {
      String name = format.beside(SHIPPED);
      return ModelFile.class.getResource(name) == null
          ? Optional.empty()
          : Optional.of(shipped("shipped, " + format.label(), name));
    }
    Path beside = format.beside(path);
    return Files.exists(beside) ? Optional.of(file(beside)) : Optional.empty();
  }

  private static ModelFile file(Path path) {
    try {
      if (Files.isDirectory(path)) {
        throw new ModelException(
            "model %s is a folder; name the .onnx file itself".formatted(path));
      }
      long size = Files.size(path);
      if (size == 0 || size > MAX_BYTES) {
        throw new ModelException(
            "model %s has %d bytes, expected 1 to %d; name an .onnx file written by the trainer"
                .formatted(path, size, MAX_BYTES));
      }
      return new ModelFile(path.toString(), Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      throw new ModelException(
          "model %s does not exist; check the path, or name none to use the shipped model"
              .formatted(path),
          e);
    } catch (IOException e) {
      throw new ModelException(
          "model %s cannot be read: %s; check the file's permissions"
              .formatted(path, ModelException.reason(e)),
          e);
    }
  }

  private static ModelFile shipped(String source, String name) {
    try (InputStream in = ModelFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new ModelException(
            "this build ships no model (%s); name an .onnx file written by the trainer"
                .formatted(name));
      }
      return new ModelFile(source, in.readAllBytes());
    } catch (IOException e) {
      throw new ModelException(
          "the shipped model cannot be read: %s; the jar is damaged: build or download it again"
              .formatted(ModelException.reason(e)),
          e);
    }
  }
}
