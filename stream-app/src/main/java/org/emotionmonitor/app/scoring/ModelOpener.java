package org.emotionmonitor.app.scoring;

import java.nio.file.Path;
import java.util.Optional;
import org.emotionmonitor.app.config.PrecisionChoice;
import org.emotionmonitor.app.config.ScoringConfig;
import org.emotionmonitor.onnx.ModelException;
import org.emotionmonitor.onnx.ModelFile;
import org.emotionmonitor.onnx.ModelInfo;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.onnx.Provider;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.ScorerOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Opens a model in the number format that the configuration asks for, or that is best here. */
final class ModelOpener {

  private static final Logger LOG = LoggerFactory.getLogger(ModelOpener.class);

  private final ScoringConfig config;
  private PrecisionTrial trial;

  ModelOpener(ScoringConfig config) {
    this.config = config;
  }

  /** The latest measurement by which a format was chosen; null if there was none. */
  PrecisionTrial trial() {
    return trial;
  }

  /**
   * Opens the model, and warms it up.
   *
   * @param path null for the shipped one
   * @throws ModelException if it does not fit
   */
  OnnxModel open(Path path) {
    ModelFile file = ModelFile.read(path);
    Scorer fp32 = Scorer.open(file, options());
    try {
      Scorer chosen = choose(path, fp32);
      if (chosen != fp32) {
        fp32.close();
      }
      LOG.atLevel(chosen.provider().fallback() ? Level.WARN : Level.INFO)
          .log("model {} runs on {}", chosen.info().describe(), chosen.provider().describe());
      return new OnnxModel(chosen).warm();
    } catch (RuntimeException e) {
      fp32.close();
      throw e;
    }
  }

  private ScorerOptions options() {
    return new ScorerOptions(config.threads(), config.provider(), config.requireGpu());
  }

  private Scorer choose(Path path, Scorer fp32) {
    // A file that is in another format already is taken as it is.
    if (fp32.info().precision() != Precision.FP32) {
      return fp32;
    }
    return switch (config.precision()) {
      case FP32 -> fp32;
      case INT8 -> int8(path, fp32.info()).orElseThrow(() -> missing(path));
      case AUTO -> fp32.provider().active() == Provider.CPU ? quickest(path, fp32) : fp32;
    };
  }

  private Scorer quickest(Path path, Scorer fp32) {
    Scorer int8 = int8OrNull(path, fp32.info());
    if (int8 == null) {
      return fp32;
    }
    trial = PrecisionTrial.of(fp32, int8, config.maxBatch());
    Scorer chosen = trial.gains() ? int8 : fp32;
    LOG.info("scoring.precision: auto is {}: {}", chosen.info().precision().label(), trial.describe());
    if (chosen == fp32) {
      int8.close();
    }
    return chosen;
  }

  /** What is wrong with the int8 file must not stop a process that can do without. */
  private Scorer int8OrNull(Path path, ModelInfo fp32) {
    try {
      Optional<Scorer> int8 = int8(path, fp32);
      if (int8.isEmpty()) {
        LOG.info("scoring.precision: auto is fp32: {} has no int8 file beside it", fp32.source());
      }
      return int8.orElse(null);
    } catch (ModelException e) {
      LOG.warn("scoring.precision: auto is fp32: {}", e.getMessage());
      return null;
    }
  }

  private Optional<Scorer> int8(Path path, ModelInfo fp32) {
    return ModelFile.beside(path, Precision.INT8)
        .map(file -> sameModel(Scorer.open(file, new ScorerOptions(config.threads())), fp32));
  }

  /** The two files come of one export, so that all they say of the model is the same. */
  private static Scorer sameModel(Scorer int8, ModelInfo fp32) {
    ModelInfo info = int8.info();
    if (info.metadata().equals(fp32.metadata()) && info.precision() == Precision.INT8) {
      return int8;
    }
    int8.close();
    throw new ModelException(
        "model %s is no int8 file of %s; export both at once, with --precision fp32,int8"
            .formatted(info.describe(), fp32.describe()));
  }

  private static ModelException missing(Path path) {
    return path == null
        ? new ModelException(
            "this build ships no int8 file of its model; set scoring.precision: fp32")
        : new ModelException(
            "model %s does not exist; scoring.precision: %s needs it beside %s: export the model with --precision fp32,int8, or set scoring.precision: fp32"
                .formatted(
                    Precision.INT8.beside(path), PrecisionChoice.INT8.label(), path.getFileName()));
  }
}
