package org.emotionmonitor.trainer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotionmonitor.onnx.ModelMetadata;
import org.emotionmonitor.onnx.Precision;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.evaluation.Ensemble;
import org.emotionmonitor.trainer.export.DriftReference;
import org.emotionmonitor.trainer.export.Exporter;
import org.emotionmonitor.trainer.export.Variant;
import org.emotionmonitor.trainer.report.TextFiles;
import org.emotionmonitor.trainer.training.RunFolder;
import org.emotionmonitor.trainer.training.RunMetrics;

/** Writes a run's model in several number formats, says what they cost, and files it in the run. */
final class Export {

  static final List<Precision> USUAL = List.of(Precision.FP32, Precision.INT8);

  private final RunFolder run;
  private final ModelMetadata metadata;

  Export(RunFolder run, ModelMetadata metadata) {
    this.run = run;
    this.metadata = metadata;
  }

  /** Writes {@code target}, and {@code -int8} and the like beside it. */
  void write(Ensemble model, List<Example> windows, Path target, List<Precision> precisions) {
    RunMetrics metrics = run.metrics();
    Exporter exporter = new Exporter(model, metrics.temperature());
    Map<String, String> drift =
        DriftReference.of(model.members().get(0).reader().normalization(), metrics.reference());
    List<Variant> variants = new ArrayList<>();
    for (Precision precision : precisions) {
      Path file = precision.beside(target);
      Variant variant =
          switch (precision) {
            case FP32 -> exporter.export(metadata, drift, windows, file);
            case INT8 -> exporter.exportInt8(metadata, drift, windows, file);
            case FP16 -> exporter.exportFp16(metadata, drift, windows, file);
          };
      variants.add(variant);
      System.out.println(text(file, variant));
    }
    TextFiles.writeJson(run.path().resolve("variants.json"), variants);
  }

  private static String text(Path file, Variant v) {
    return v.parity() != null
        ? String.format(
            Locale.ROOT,
            "%s written; ONNX Runtime and DL4J differ by %.1e at most",
            file,
            v.parity())
        : String.format(
            Locale.ROOT,
            "%s written; on %d utterances of dev UAR %.3f (fp32 %.3f), accuracy %.3f (%.3f), largest difference %.3f (%s)",
            file,
            v.utterances(),
            v.uar(),
            v.uarFp32(),
            v.accuracy(),
            v.accuracyFp32(),
            v.largestDifference(),
            v.measured());
  }
}
