package org.emotionmonitor.trainer.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.data.BatchReader;
import org.emotionmonitor.trainer.data.Normalization;
import org.emotionmonitor.trainer.evaluation.Ensemble;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The files of one run: {@code config.json}, {@code normalization.json}, {@code train.log} (a line
 * per epoch), {@code checkpoint-N} (of the latest epoch: weights, optimizer, average, history),
 * {@code best.zip} (DL4J), {@code metrics.json}, {@code model.onnx}.
 */
public final class RunFolder {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final String CHECKPOINT = "checkpoint-";
  private static final String NETWORK = "network.zip";
  private static final String AVERAGE = "average.bin";
  private static final String STATE = "state.json";
  private static final String METRICS = "metrics.json";

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
    if (!Files.isRegularFile(folder.resolve(METRICS))) {
      throw new TrainerException(
          "run folder %s has no %s; give the --out folder of a finished training run"
              .formatted(folder, METRICS));
    }
    return run;
  }

  /** The folder of a network, from 1; this one if it is alone. */
  RunFolder network(int which, int networks) {
    return networks == 1 ? this : create(folder.resolve("network-" + which));
  }

  /** The model of the best epochs. */
  public Ensemble model() {
    int networks = settings().networks();
    return new Ensemble(
        IntStream.rangeClosed(1, networks)
            .mapToObj(which -> network(which, networks))
            .map(own -> new Ensemble.Member(own.loadBest(), own.reader()))
            .toList());
  }

  /** Whether an earlier run was interrupted, or finished, here. */
  public boolean hasCheckpoint() {
    return latest().isPresent();
  }

  public Checkpoint checkpoint() {
    return readJson(required(STATE), Checkpoint.class);
  }

  public Path path() {
    return folder;
  }

  public Path best() {
    return folder.resolve("best.zip");
  }

  /** What {@code evaluate} has left of a split; empty if it has not been run. */
  public Optional<EvaluationResult> evaluation(String split) {
    Path file = folder.resolve("evaluation-" + split + ".json");
    return Files.isRegularFile(file)
        ? Optional.of(readJson(file, EvaluationResult.class))
        : Optional.empty();
  }

  public Path onnx() {
    return folder.resolve("model.onnx");
  }

  public void writeSettings(TrainSettings settings) {
    writeJson("config.json", settings);
  }

  public TrainSettings settings() {
    return readJson(folder.resolve("config.json"), TrainSettings.class);
  }

  public void writeNormalization(Normalization normalization) {
    writeJson("normalization.json", normalization);
  }

  public Normalization normalization() {
    return readJson(folder.resolve("normalization.json"), Normalization.class);
  }

  /** Reads batches for the run's network. */
  private BatchReader reader() {
    return new BatchReader(normalization(), settings().format());
  }

  public void writeMetrics(RunMetrics metrics) {
    writeJson(METRICS, metrics);
  }

  public RunMetrics metrics() {
    return readJson(folder.resolve(METRICS), RunMetrics.class);
  }

  /** Adds a line to the log. */
  void log(EpochResult result) {
    System.err.print(result.text());
    try {
      Files.writeString(
          folder.resolve("train.log"),
          result.text(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw unwritable("train.log", e);
    }
  }

  /** Replaces the checkpoint in one step: whenever the process is killed, one is whole. */
  void saveCheckpoint(ComputationGraph network, WeightAverage average, Checkpoint checkpoint) {
    int epoch = network.getEpochCount();
    Path part = folder.resolve("checkpoint.part");
    try {
      Folders.delete(part);
      Files.createDirectories(part);
      ModelSerializer.writeModel(network, part.resolve(NETWORK).toFile(), true);
      Nd4j.saveBinary(average.values(), part.resolve(AVERAGE).toFile());
      JSON.writeValue(part.resolve(STATE).toFile(), checkpoint);
      List<Path> older = Folders.named(folder, CHECKPOINT);
      Files.move(part, folder.resolve(CHECKPOINT + epoch));
      for (Path folder : older) {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw unwritable(CHECKPOINT + epoch, e);
    }
  }

  void saveBest(ComputationGraph network) {
    save(network, "best.zip");
  }

  /** The network of the best epoch. */
  ComputationGraph loadBest() {
    return load(best(), false);
  }

  /** The network of the latest epoch, with the optimizer's state. */
  public ComputationGraph loadLatest() {
    return load(required(NETWORK), true);
  }

  /** The averaged weights of the latest epoch. */
  INDArray loadAverage() {
    Path file = required(AVERAGE);
    try {
      return Nd4j.readBinary(file.toFile());
    } catch (IOException e) {
      throw new TrainerException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** A file of the latest checkpoint. */
  private Path required(String name) {
    return latest()
        .orElseThrow(
            () -> new TrainerException("run folder %s has no checkpoint".formatted(folder)))
        .resolve(name);
  }

  /** Two are there if the process was killed before it had deleted the older one. */
  private Optional<Path> latest() {
    return Folders.named(folder, CHECKPOINT).stream()
        .max(
            Comparator.comparingInt(
                f -> Integer.parseInt(f.getFileName().toString().substring(CHECKPOINT.length()))));
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

  private static <V> V readJson(Path file, Class<V> type) {
    try {
      return JSON.readValue(file.toFile(), type);
    } catch (IOException e) {
      throw new TrainerException(
          "run folder: %s cannot be read: %s; train again into another folder"
              .formatted(file, e.getMessage()),
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
