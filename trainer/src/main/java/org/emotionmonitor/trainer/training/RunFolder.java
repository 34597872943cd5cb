package org.emotionmonitor.trainer.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.data.Normalization;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The files of one run: {@code config.json}, {@code normalization.json}, {@code train.log} (a line
 * per epoch), {@code latest.zip} and {@code best.zip} (DL4J), {@code metrics.json}, {@code
 * model.onnx}.
 */
public final class RunFolder {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final String LATEST = "latest.zip";
  private static final String AVERAGE = "average.bin";
  private static final String CHECKPOINT = "checkpoint.json";

  private final Path folder;

  private RunFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder if it is not there. */
  public static RunFolder create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new TrainerException(
          "run folder %s cannot be made: %s; give another --out".formatted(folder, e.getMessage()),
          e);
    }
    return new RunFolder(folder);
  }

  /** A folder that an earlier run has filled. */
  public static RunFolder existing(Path folder) {
    RunFolder run = new RunFolder(folder);
    if (!Files.isRegularFile(run.best())) {
      throw new TrainerException(
          "run folder %s has no best.zip; give the --out folder of a training run"
              .formatted(folder));
    }
    return run;
  }

  /** Whether an earlier run was interrupted, or finished, here. */
  public boolean hasCheckpoint() {
    return Files.isRegularFile(folder.resolve(CHECKPOINT));
  }

  public Checkpoint checkpoint() {
    return readJson(CHECKPOINT, Checkpoint.class);
  }

  public Path best() {
    return folder.resolve("best.zip");
  }

  public Path onnx() {
    return folder.resolve("model.onnx");
  }

  public void writeSettings(TrainSettings settings) {
    writeJson("config.json", settings);
  }

  public TrainSettings settings() {
    return readJson("config.json", TrainSettings.class);
  }

  public void writeNormalization(Normalization normalization) {
    writeJson("normalization.json", normalization);
  }

  public Normalization normalization() {
    return readJson("normalization.json", Normalization.class);
  }

  public void writeMetrics(RunMetrics metrics) {
    writeJson("metrics.json", metrics);
  }

  public RunMetrics metrics() {
    return readJson("metrics.json", RunMetrics.class);
  }

  /** Adds a line to the log. */
  void log(EpochResult r) {
    String line =
        String.format(
            Locale.ROOT,
            "epoch %d loss %.4f lr %.2e dev uar %.4f acc %.4f rate %.4f volume %.4f telephone uar %.4f (%.0f s)%n",
            r.epoch(),
            r.loss(),
            r.learningRate(),
            r.dev().uar(),
            r.dev().accuracy(),
            r.dev().rateAccuracy(),
            r.dev().volumeAccuracy(),
            r.devTelephone().uar(),
            r.seconds());
    System.err.print(line);
    try {
      Files.writeString(
          folder.resolve("train.log"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw unwritable("train.log", e);
    }
  }

  void saveLatest(ComputationGraph network, WeightAverage average, Checkpoint checkpoint) {
    save(network, LATEST);
    try {
      Nd4j.saveBinary(average.values(), folder.resolve(AVERAGE).toFile());
    } catch (IOException e) {
      throw unwritable(AVERAGE, e);
    }
    writeJson(CHECKPOINT, checkpoint);
  }

  void saveBest(ComputationGraph network) {
    save(network, "best.zip");
  }

  /** The network of the best epoch. */
  public ComputationGraph loadBest() {
    return load(best(), false);
  }

  /** The network of the latest epoch, with the optimizer's state. */
  public ComputationGraph loadLatest() {
    return load(folder.resolve(LATEST), true);
  }

  /** The averaged weights of the latest epoch. */
  INDArray loadAverage() {
    try {
      return Nd4j.readBinary(folder.resolve(AVERAGE).toFile());
    } catch (IOException e) {
      throw new TrainerException(folder.resolve(AVERAGE) + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static ComputationGraph load(Path file, boolean updater) {
    try {
      return ModelSerializer.restoreComputationGraph(file.toFile(), updater);
    } catch (IOException e) {
      throw new TrainerException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void save(ComputationGraph network, String name) {
    Path part = folder.resolve(name + ".part");
    try {
      ModelSerializer.writeModel(network, part.toFile(), true);
      Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  private void writeJson(String name, Object value) {
    try {
      JSON.writeValue(folder.resolve(name).toFile(), value);
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  private <V> V readJson(String name, Class<V> type) {
    try {
      return JSON.readValue(folder.resolve(name).toFile(), type);
    } catch (IOException e) {
      throw new TrainerException(
          "run folder: %s cannot be read: %s; train again"
              .formatted(folder.resolve(name), e.getMessage()),
          e);
    }
  }

  private TrainerException unwritable(String name, IOException e) {
    return new TrainerException(
        "run folder: cannot write %s: %s; free some space or give another --out"
            .formatted(folder.resolve(name), e.getMessage()),
        e);
  }
}
