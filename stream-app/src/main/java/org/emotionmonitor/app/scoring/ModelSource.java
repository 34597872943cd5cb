package org.emotionmonitor.app.scoring;

import java.nio.file.Path;
import java.util.List;
import org.emotionmonitor.onnx.ModelException;
import org.emotionmonitor.onnx.Precision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a model comes from: it is opened at the start, and again when its files change. */
final class ModelSource {

  private static final Logger LOG = LoggerFactory.getLogger(ModelSource.class);

  private final Path path;
  private final ModelOpener opener;
  private final SettledFiles files;
  private String triedSha256;

  /**
   * @param path null for the shipped model, which never changes
   */
  ModelSource(Path path, ModelOpener opener) {
    this.path = path;
    this.opener = opener;
    // Noted before they are read: what changes meanwhile is found at the next looks.
    this.files =
        new SettledFiles(path == null ? List.of() : List.of(path, Precision.INT8.beside(path)));
  }

  /** Whether there are files that somebody may change. */
  boolean mayChange() {
    return path != null;
  }

  /**
   * Opens the model, and warms it up.
   *
   * @throws ModelException if it does not fit
   */
  OnnxModel open() {
    ModelPair pair = opener.read(path);
    triedSha256 = pair.sha256();
    return opener.open(pair);
  }

  /**
   * Opens the model once more if its files have changed since, beside the one that is in use.
   *
   * @return null if they have not, or hold the same bytes
   * @throws ModelException if the new one does not fit
   */
  OnnxModel openChanged() {
    if (!files.look()) {
      return null;
    }
    ModelPair pair = opener.read(path);
    if (pair.sha256().equals(triedSha256)) {
      LOG.info("model {} was written again, with the same bytes", path);
      return null;
    }
    triedSha256 = pair.sha256();
    return opener.open(pair);
  }
}
