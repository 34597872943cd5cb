package org.emotionmonitor.app.scoring;

import java.nio.file.Path;
import org.emotionmonitor.onnx.ModelFile;
import org.emotionmonitor.onnx.Sha256;

/**
 * A model's files, read but not opened.
 *
 * @param path of the first; null for the shipped model
 * @param file the model as it is named
 * @param int8 the int8 file beside it; null if there is none, or it is not needed
 */
record ModelPair(Path path, ModelFile file, ModelFile int8) {

  /** Tells these bytes from others. */
  String sha256() {
    String first = Sha256.hex(file.bytes());
    return int8 == null ? first : first + Sha256.hex(int8.bytes());
  }
}
