package org.emotionmonitor.trainer.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.emotionmonitor.onnx.ModelMetadata;
import org.emotionmonitor.onnx.export.GraphWriter;
import org.emotionmonitor.onnx.export.ModelWeights;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.emotionmonitor.trainer.data.BatchReader;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.model.Architecture;
import org.emotionmonitor.trainer.model.Pooling;

/** Writes an ONNX model, after proving that it computes what the network does. */
public final class Exporter {

  private static final int PARITY_WINDOWS = 16;

  private final ComputationGraph network;
  private final BatchReader reader;
  private final double temperature;

  public Exporter(ComputationGraph network, BatchReader reader, double temperature) {
    this.network = network;
    this.reader = reader;
    this.temperature = temperature;
  }

  /** Why a network of these settings is none that the service could use; empty if it is. */
  public static Optional<String> obstacle(Architecture shape, LabelSet labels) {
    if (!labels.isProduct()) {
      return Optional.of(
          "its classes are %s, not %s".formatted(labels.names(), LabelSet.PRODUCT.names()));
    }
    if (!shape.family().multiTask()) {
      return Optional.of("%s has no heads for rate and volume".formatted(shape.family()));
    }
    return shape.pooling() == Pooling.ATTENTION
        ? Optional.empty()
        : Optional.of("pooling %s gives no attention weights".formatted(shape.pooling()));
  }

  /**
   * Writes {@code target}.
   *
   * @param windows real windows; some of differing lengths are compared
   * @return the largest difference between ONNX Runtime and DL4J
   * @throws TrainerException if the outputs differ, in which case nothing is written
   */
  public double export(ModelMetadata metadata, List<Example> windows, Path target) {
    ModelWeights weights =
        NetworkWeights.of(network, reader.format().input(), reader.normalization(), temperature);
    byte[] model = GraphWriter.write(weights, metadata);
    double worst = new ParityCheck(network, reader, temperature).require(model, spread(windows));
    write(model, target);
    return worst;
  }

  /** Windows from the shortest to the longest. */
  private static List<Example> spread(List<Example> windows) {
    List<Example> byLength = new ArrayList<>(windows);
    byLength.sort(Comparator.comparingInt(Example::frames));
    int count = Math.min(PARITY_WINDOWS, byLength.size());
    List<Example> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(byLength.get(i * (byLength.size() - 1) / Math.max(1, count - 1)));
    }
    return chosen;
  }

  private static void write(byte[] model, Path target) {
    try {
      Path absolute = target.toAbsolutePath();
      Files.createDirectories(absolute.getParent());
      Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
      Files.write(part, model);
      Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new TrainerException(
          "model %s cannot be written: %s; give another file".formatted(target, e.getMessage()), e);
    }
  }
}
