package org.emotionmonitor.app.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.onnx.ModelMetadata;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.onnx.export.GraphWriter;
import org.emotionmonitor.onnx.export.RandomWeights;

/** Writes real model files of small networks, which are told apart by their version. */
public final class ModelFiles {

  private static final int HIDDEN = 4;

  private ModelFiles() {}

  /** The model of that version; different versions give different answers. */
  public static byte[] bytes(int version, Precision format, Map<String, String> more) {
    ModelMetadata metadata =
        ModelMetadata.of(
            "small", "" + version, List.of("none"), "none", "{}", "0", LocalDate.of(2026, 1, 1));
    return GraphWriter.write(RandomWeights.of(version, HIDDEN), metadata, format, more);
  }

  /** Writes it in float32, and lets it take the place of the file at once. */
  public static Path write(Path file, int version) {
    return write(file, bytes(version, Precision.FP32, Map.of()));
  }

  /** Writes the int8 file beside {@code file}. */
  public static Path writeInt8(Path file, int version) {
    return write(Precision.INT8.beside(file), bytes(version, Precision.INT8, Map.of()));
  }

  /** Writes bytes, and lets them take the place of the file at once. */
  public static Path write(Path file, byte[] bytes) {
    try {
      Path part = Files.write(file.resolveSibling(file.getFileName() + ".part"), bytes);
      return Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
