package org.emotionmonitor.trainer.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionmonitor.onnx.ModelMetadata;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.onnx.export.GraphWriter;
import org.emotionmonitor.onnx.export.ModelWeights;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.evaluation.Ensemble;
import org.emotionmonitor.trainer.model.Architecture;
import org.emotionmonitor.trainer.model.Pooling;

/** Writes an ONNX model, after proving that it computes what the networks do. */
public final class Exporter {

  private static final int PARITY_WINDOWS = 16;

  private final Ensemble model;
  private final double temperature;

  public Exporter(Ensemble model, double temperature) {
    this.model = model;
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
   * Writes the model in float32.
   *
   * @param more entries of the metadata, such as {@link DriftReference}'s
   * @param windows real windows; some of differing lengths are compared
   * @throws TrainerException if the outputs differ from DL4J's, in which case nothing is written
   */
  public Variant export(
      ModelMetadata metadata, Map<String, String> more, List<Example> windows, Path target) {
    byte[] file = GraphWriter.write(weights(), metadata, Precision.FP32, more);
    double worst = new ParityCheck(model, temperature).require(file, spread(windows));
    write(file, target);
    return Variant.fp32(target.getFileName().toString(), file.length, worst);
  }

  /**
   * Writes the model with LSTM layers as bytes, and measures what that costs.
   *
   * @param windows real windows with labels, all of which are scored
   */
  public Variant exportInt8(
      ModelMetadata metadata, Map<String, String> more, List<Example> windows, Path target) {
    byte[] fp32 = GraphWriter.write(weights(), metadata, Precision.FP32, more);
    byte[] int8 = GraphWriter.write(weights(), metadata, Precision.INT8, more);
    Variant variant =
        VariantLoss.of(
            "int8",
            target.getFileName().toString(),
            int8.length,
            fp32,
            int8,
            windows,
            "ONNX Runtime on the CPU, batches of 8");
    write(int8, target);
    return variant;
  }

  /**
   * Writes the model with LSTM layers in float16, which only the CUDA provider runs. What is
   * measured here is the rounding of the weights, on the CPU.
   */
  public Variant exportFp16(
      ModelMetadata metadata, Map<String, String> more, List<Example> windows, Path target) {
    byte[] fp32 = GraphWriter.write(weights(), metadata, Precision.FP32, more);
    byte[] rounded =
        GraphWriter.write(
            weights().stream().map(RoundedWeights::of).toList(), metadata, Precision.FP32, more);
    byte[] fp16 = GraphWriter.write(weights(), metadata, Precision.FP16, more);
    Variant variant =
        VariantLoss.of(
            "fp16",
            target.getFileName().toString(),
            fp16.length,
            fp32,
            rounded,
            windows,
            "weights rounded to float16, computed in float32: the CPU has no such operator");
    write(fp16, target);
    return variant;
  }

  private List<ModelWeights> weights() {
    return model.members().stream().map(m -> NetworkWeights.of(m, temperature)).toList();
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

  private static void write(byte[] file, Path target) {
    try {
      Path absolute = target.toAbsolutePath();
      Files.createDirectories(absolute.getParent());
      Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
      Files.write(part, file);
      Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new TrainerException(
          "model %s cannot be written: %s; give another file".formatted(target, e.getMessage()), e);
    }
  }
}
