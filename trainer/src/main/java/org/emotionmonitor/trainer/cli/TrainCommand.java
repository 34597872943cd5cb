package org.emotionmonitor.trainer.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.corpus.Utterance;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.evaluation.Reference;
import org.emotionmonitor.trainer.export.Exporter;
import org.emotionmonitor.trainer.model.Family;
import org.emotionmonitor.trainer.report.LearningCurves;
import org.emotionmonitor.trainer.training.Checkpoint;
import org.emotionmonitor.trainer.training.EnsembleRun;
import org.emotionmonitor.trainer.training.Evaluation;
import org.emotionmonitor.trainer.training.EvaluationResult;
import org.emotionmonitor.trainer.training.RunFolder;
import org.emotionmonitor.trainer.training.RunMetrics;
import org.emotionmonitor.trainer.training.TrainSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Features, epochs, evaluation on dev, export. */
@Command(
    name = "train",
    description = "Trains a model on split train, chooses on dev, exports ONNX.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

  @Mixin private CorpusOptions corpus;
  @Mixin private ModelOptions model;
  @Mixin private TrainingOptions training;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The run's folder.")
  private Path out;

  @Option(
      names = "--model",
      defaultValue = "bilstm-att-mtl",
      paramLabel = "MODEL",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Family family;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Of everything random (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--networks",
      defaultValue = "3",
      paramLabel = "N",
      description =
          "Networks whose answers the model averages, with this seed and the next ones for those"
              + " that see the same by --input (default: ${DEFAULT-VALUE}).")
  private int networks;

  @Override
  public Integer call() {
    Manifest manifest = corpus.manifest().requireTrainable();
    TrainSettings settings = training.settings(family, manifest.labels(), seed, networks);
    RunFolder run = RunFolder.create(out);
    EnsembleRun.Trained trained =
        new EnsembleRun(settings, manifest, corpus.cache(settings.thresholds()), run).train();
    finish(manifest, run, settings, trained);
    return 0;
  }

  private void finish(
      Manifest manifest, RunFolder run, TrainSettings settings, EnsembleRun.Trained trained) {
    Evaluation evaluation = new Evaluation(trained.model(), settings.labels());
    Map<String, List<Example>> dev = trained.data().dev();
    double temperature = evaluation.temperature(trained.data().allDev());
    EvaluationResult result = new Measurement(evaluation, run).measure(Split.DEV, dev, temperature);
    LearningCurves.write(
        run.path().resolve("plots/learning-curves.png"),
        Map.of(family.label(), trained.histories()));
    String calls =
        dev.containsKey(Recipe.TELEPHONE.label())
            ? Recipe.TELEPHONE.label()
            : dev.keySet().iterator().next();
    RunMetrics metrics =
        new RunMetrics(
            Version.text(),
            family.label(),
            trained.model().parameters(),
            settings.seed(),
            settings.optimizer().epochs(),
            trained.checkpoints().stream().map(Checkpoint::bestEpoch).toList(),
            temperature,
            countByCorpus(manifest.labelled(Split.TRAIN)),
            Split.DEV.label(),
            result.conditions(),
            Reference.of(calls, evaluation.predict(calls, dev.get(calls)), temperature));
    run.writeMetrics(metrics);
    System.out.println("best epoch: " + metrics.bestEpochs());
    Optional<String> obstacle = Exporter.obstacle(settings.network(), settings.labels());
    if (obstacle.isPresent()) {
      System.out.println("no ONNX model was written: " + obstacle.get());
      return;
    }
    new Export(run, model.metadata(manifest, run))
        .write(trained.model(), dev.values().iterator().next(), run.onnx(), Export.USUAL);
  }

  private static Map<String, Long> countByCorpus(List<Utterance> utterances) {
    return utterances.stream()
        .collect(Collectors.groupingBy(Utterance::corpus, TreeMap::new, Collectors.counting()));
  }
}
