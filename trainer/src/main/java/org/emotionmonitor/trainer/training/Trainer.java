package org.emotionmonitor.trainer.training;

import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.data.BatchReader;
import org.emotionmonitor.trainer.data.Batches;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.data.Normalization;
import org.emotionmonitor.trainer.evaluation.Predictor;
import org.emotionmonitor.trainer.evaluation.Report;
import org.emotionmonitor.trainer.model.Network;
import org.emotionmonitor.trainer.progress.Progress;
import org.nd4j.linalg.factory.Nd4j;

/** Runs the epochs, and keeps a checkpoint of the latest and of the best on dev. */
public final class Trainer {

  private final TrainSettings settings;
  private final Data data;
  private final RunFolder run;
  private final BatchReader training;
  private final BatchReader evaluation;

  public Trainer(TrainSettings settings, Data data, Normalization normalization, RunFolder run) {
    this.settings = settings;
    this.data = data;
    this.run = run;
    this.training = new BatchReader(normalization, settings.smoothing());
    this.evaluation = new BatchReader(normalization, 0);
  }

  /**
   * Trains {@code network} from the epoch that it has reached; its weights afterwards are those of
   * the last epoch.
   *
   * @param from what the run folder says of the epochs before
   * @return the run's state, with the best epoch, whose weights the run folder has
   * @throws TrainerException if the loss stops being a number
   */
  public Checkpoint train(ComputationGraph network, Checkpoint from) {
    WeightAverage average =
        network.getEpochCount() == 0
            ? new WeightAverage(network, settings.averageDecay())
            : new WeightAverage(run.loadAverage(), settings.averageDecay());
    Checkpoint checkpoint = from;
    for (int epoch = network.getEpochCount() + 1; epoch <= settings.network().epochs(); epoch++) {
      checkpoint = epoch(network, average, epoch, checkpoint);
      run.saveLatest(network, average, checkpoint);
    }
    return checkpoint;
  }

  private Checkpoint epoch(
      ComputationGraph network, WeightAverage average, int epoch, Checkpoint before) {
    long start = System.nanoTime();
    double rate = network.getLearningRate(Network.EMOTION);
    double loss = fit(network, average, epoch);
    network.incrementEpochCount();
    return average.during(
        network,
        () -> {
          Report dev = evaluate(network, "clean", data.dev());
          Report telephone = evaluate(network, "telephone", data.devTelephone());
          double seconds = (System.nanoTime() - start) / 1e9;
          EpochResult result = new EpochResult(epoch, loss, rate, dev, telephone, seconds);
          run.log(result);
          if (!before.isBeatenBy(result)) {
            return before;
          }
          run.saveBest(network);
          return new Checkpoint(epoch, result.merit());
        });
  }

  private double fit(ComputationGraph network, WeightAverage average, int epoch) {
    Random random = new Random(1_000_003L * settings.seed() + epoch);
    // Dropout draws from ND4J's generator: with a seed per epoch, a resumed run goes on as if
    // undisturbed.
    Nd4j.getRandom().setSeed(random.nextLong());
    List<List<Example>> batches = Batches.shuffled(data.epoch(epoch), settings.batch(), random);
    double sum = 0;
    try (Progress progress = Progress.bar("epoch " + epoch, batches.size())) {
      for (List<Example> batch : batches) {
        network.fit(training.readMasked(batch, random));
        sum += finite(network.score(), epoch);
        average.add(network);
        progress.step();
      }
    }
    return sum / batches.size();
  }

  private double finite(double loss, int epoch) {
    if (!Double.isFinite(loss)) {
      throw new TrainerException(
          "epoch %d: the loss is %s; lower --learning-rate (now %s); the last good weights are in %s"
              .formatted(epoch, loss, settings.network().learningRate(), run.best()));
    }
    return loss;
  }

  private Report evaluate(ComputationGraph network, String condition, List<Example> examples) {
    Predictor predictor = new Predictor(network, evaluation);
    return Report.of(condition, predictor.predict(examples, Progress.none()), 1);
  }
}
