package org.emotionmonitor.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A model's bytes and where they come from.
 *
 * @param source path, or {@code shipped}, for messages
 */
// Private to this package and never compared.
@SuppressWarnings("ArrayRecordComponent")
record ModelFile(String source, byte[] bytes) {

  static final String SHIPPED = "emotion-v1.onnx";

  /** A model has about 3 MB; whatever is this large is something else. */
  static final long MAX_BYTES = 256L << 20;

  /**
   * Reads a model.
   *
   * @param path null for the shipped one
   */
  static ModelFile read(Path path) {
    return path == null ? shipped() : file(path);
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

  private static ModelFile shipped() {
    try (InputStream in = ModelFile.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new ModelException(
            "this build ships no model (%s); name an .onnx file written by the trainer"
                .formatted(SHIPPED));
      }
      return new ModelFile("shipped", in.readAllBytes());
    } catch (IOException e) {
      throw new ModelException(
          "the shipped model cannot be read: %s; the jar is damaged: build or download it again"
              .formatted(ModelException.reason(e)),
          e);
    }
  }
}
