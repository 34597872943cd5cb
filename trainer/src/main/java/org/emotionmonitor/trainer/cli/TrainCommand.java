package org.emotionmonitor.trainer.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.corpus.Utterance;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.data.Normalization;
import org.emotionmonitor.trainer.evaluation.Report;
import org.emotionmonitor.trainer.export.Exporter;
import org.emotionmonitor.trainer.model.Network;
import org.emotionmonitor.trainer.model.NetworkSettings;
import org.emotionmonitor.trainer.progress.Progress;
import org.emotionmonitor.trainer.training.Checkpoint;
import org.emotionmonitor.trainer.training.ClassWeights;
import org.emotionmonitor.trainer.training.Data;
import org.emotionmonitor.trainer.training.Evaluation;
import org.emotionmonitor.trainer.training.RunFolder;
import org.emotionmonitor.trainer.training.RunMetrics;
import org.emotionmonitor.trainer.training.TrainSettings;
import org.emotionmonitor.trainer.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Features, epochs, evaluation on dev, export. */
@Command(
    name = "train",
    description = "Trains BiLSTM-ATT-MTL on split train, chooses on dev, exports ONNX.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

  @Mixin private CorpusOptions corpus;
  @Mixin private ModelOptions model;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The run's folder.")
  private Path out;

  @Option(
      names = "--epochs",
      defaultValue = "24",
      paramLabel = "N",
      description = "Passes over the training utterances (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Of everything random (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--hidden",
      defaultValue = "128",
      paramLabel = "N",
      description = "Units per direction and layer (default: ${DEFAULT-VALUE}).")
  private int hidden;

  @Option(
      names = "--learning-rate",
      defaultValue = "0.001",
      paramLabel = "X",
      description = "Adam's rate at the start of the cosine (default: ${DEFAULT-VALUE}).")
  private double learningRate;

  @Override
  public Integer call() {
    TrainSettings settings = settings();
    Manifest manifest = corpus.manifest().requireTrainable();
    RunFolder run = RunFolder.create(out);
    boolean resumed = resume(run, settings);
    run.writeSettings(settings);
    Data data = Data.prepare(manifest, settings, corpus.cache(settings.thresholds()));
    Normalization normalization = normalization(data.allTrain());
    run.writeNormalization(normalization);
    Checkpoint best =
        new Trainer(settings, data, normalization, run)
            .train(
                resumed ? run.loadLatest() : network(manifest, settings),
                resumed ? run.checkpoint() : Checkpoint.NONE);
    finish(manifest, data, run, settings, normalization, best);
    return 0;
  }

  /** Whether to go on with a run that was interrupted; another run's folder is not touched. */
  private boolean resume(RunFolder run, TrainSettings settings) {
    if (!run.hasCheckpoint()) {
      return false;
    }
    if (!run.settings().equals(settings)) {
      throw new TrainerException(
          "run folder %s has a run with other settings; give the same options to go on with it, or another --out"
              .formatted(out));
    }
    System.err.println("going on with the run in " + out);
    return true;
  }

  private static ComputationGraph network(Manifest manifest, TrainSettings settings) {
    double[] weights =
        ClassWeights.of(
            manifest.labelled(Split.TRAIN), manifest.labels().size(), settings.classWeightPower());
    return Network.create(settings.network(), weights, settings.seed());
  }

  private void finish(
      Manifest manifest,
      Data data,
      RunFolder run,
      TrainSettings settings,
      Normalization normalization,
      Checkpoint best) {
    ComputationGraph network = run.loadBest();
    Evaluation evaluation = new Evaluation(network, normalization);
    double temperature = evaluation.temperature(data.allDev());
    List<Report> reports = evaluation.reports(data.devConditions(), temperature);
    RunMetrics metrics =
        new RunMetrics(
            Version.text(),
            settings.seed(),
            settings.network().epochs(),
            best.bestEpoch(),
            temperature,
            countByCorpus(manifest.labelled(Split.TRAIN)),
            Split.DEV.label(),
            reports);
    run.writeMetrics(metrics);
    ReportPrinter.print(System.out, reports);
    double difference =
        new Exporter(network, normalization, temperature)
            .export(model.metadata(manifest, metrics), data.dev(), run.onnx());
    System.out.printf(
        Locale.ROOT,
        "best epoch %d; %s written; ONNX Runtime and DL4J differ by %.1e at most%n",
        best.bestEpoch(),
        run.onnx(),
        difference);
  }

  private TrainSettings settings() {
    if (epochs < 1 || hidden < 1 || !(learningRate > 0)) {
      throw new TrainerException(
          "--epochs %d, --hidden %d, --learning-rate %s: all must be positive"
              .formatted(epochs, hidden, learningRate));
    }
    TrainSettings base = TrainSettings.defaults(epochs, seed);
    NetworkSettings network =
        base.network().withSize(hidden, 2 * hidden).withLearningRate(learningRate);
    return base.withNetwork(network);
  }

  private static Normalization normalization(List<Example> examples) {
    try (Progress progress = Progress.bar("normalization", examples.size())) {
      return Normalization.of(examples, progress);
    }
  }

  private static Map<String, Long> countByCorpus(List<Utterance> utterances) {
    return utterances.stream()
        .collect(Collectors.groupingBy(Utterance::corpus, TreeMap::new, Collectors.counting()));
  }
}
