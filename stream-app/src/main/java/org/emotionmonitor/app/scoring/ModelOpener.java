package org.emotionmonitor.app.scoring;

import java.nio.file.Path;
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
  private final PrecisionChoice precision;
  private volatile PrecisionTrial trial;

  /**
   * @param precision of this model; {@code FP32} takes its file as it is
   */
  ModelOpener(ScoringConfig config, PrecisionChoice precision) {
    this.config = config;
    this.precision = precision;
  }

  /** The latest measurement by which a format was chosen; null if there was none. */
  PrecisionTrial trial() {
    return trial;
  }

  /**
   * Reads the files that are needed.
   *
   * @param path null for the shipped model
   * @throws ModelException if the model cannot be read
   */
  ModelPair read(Path path) {
    return new ModelPair(path, ModelFile.read(path), int8File(path));
  }

  private ModelFile int8File(Path path) {
    if (precision == PrecisionChoice.FP32) {
      return null;
    }
    try {
      return ModelFile.beside(path, Precision.INT8).orElse(null);
    } catch (ModelException e) {
      if (precision == PrecisionChoice.INT8) {
        throw e;
      }
      LOG.warn("scoring.precision: auto goes on without: {}", e.getMessage());
      return null;
    }
  }

  /**
   * Opens the model, and warms it up.
   *
   * @throws ModelException if it does not fit
   */
  OnnxModel open(ModelPair pair) {
    Scorer fp32 = Scorer.open(pair.file(), options());
    Scorer chosen = fp32;
    try {
      chosen = choose(pair, fp32);
      if (chosen != fp32) {
        fp32.close();
      }
      LOG.atLevel(chosen.provider().fallback() ? Level.WARN : Level.INFO)
          .log("model {} runs on {}", chosen.info().describe(), chosen.provider().describe());
      return new OnnxModel(chosen).warm();
    } catch (RuntimeException e) {
      fp32.close();
      chosen.close();
      throw e;
    }
  }

  private ScorerOptions options() {
    return new ScorerOptions(config.threads(), config.provider(), config.requireGpu());
  }

  private Scorer choose(ModelPair pair, Scorer fp32) {
    // A file that is in another format already is taken as it is.
    if (fp32.info().precision() != Precision.FP32) {
      return fp32;
    }
    return switch (precision) {
      case FP32 -> fp32;
      case INT8 -> {
        if (pair.int8() == null) {
          throw missing(pair.path());
        }
        yield int8(pair.int8(), fp32.info());
      }
      case AUTO -> fp32.provider().active() == Provider.CPU ? quickest(pair, fp32) : fp32;
    };
  }

  private Scorer quickest(ModelPair pair, Scorer fp32) {
    Scorer int8 = int8OrNull(pair, fp32.info());
    if (int8 == null) {
      return fp32;
    }
    // Once: while calls are being scored a measurement would be late for them, and wrong.
    if (trial == null) {
      trial = PrecisionTrial.of(fp32, int8, config.maxBatch());
    }
    Scorer chosen = trial.gains() ? int8 : fp32;
    LOG.info(
        "scoring.precision: auto is {}: {}", chosen.info().precision().label(), trial.describe());
    if (chosen == fp32) {
      int8.close();
    }
    return chosen;
  }

  /** What is wrong with the int8 file must not stop a process that can do without. */
  private Scorer int8OrNull(ModelPair pair, ModelInfo fp32) {
    if (pair.int8() == null) {
      LOG.info("scoring.precision: auto is fp32: {} has no int8 file beside it", fp32.source());
      return null;
    }
    try {
      return int8(pair.int8(), fp32);
    } catch (ModelException e) {
      LOG.warn("scoring.precision: auto is fp32: {}", e.getMessage());
      return null;
    }
  }

  private Scorer int8(ModelFile file, ModelInfo fp32) {
    return sameModel(Scorer.open(file, new ScorerOptions(config.threads())), fp32);
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
