package org.emotionmonitor.trainer.training;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.emotionmonitor.trainer.data.BatchReader;
import org.emotionmonitor.trainer.data.Batches;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.evaluation.Ensemble;
import org.emotionmonitor.trainer.evaluation.Predictor;
import org.emotionmonitor.trainer.evaluation.Report;
import org.emotionmonitor.trainer.model.Network;
import org.emotionmonitor.trainer.model.Optimizer;
import org.emotionmonitor.trainer.progress.Ahead;
import org.emotionmonitor.trainer.progress.Progress;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Runs the epochs, and keeps a checkpoint of the latest and of the best on dev. */
public final class Trainer {

  /** Training examples whose accuracy is followed. */
  private static final int FOLLOWED = 256;

  private final long seed;
  private final LabelSet labels;
  private final Optimizer optimizer;
  private final Data data;
  private final RunFolder run;
  private final BatchReader reader;
  private final IntFunction<List<Example>> epochs;

  public Trainer(TrainSettings settings, Data data, BatchReader reader, RunFolder run) {
    this(settings, data, data::epoch, reader, run);
  }

  /**
   * @param epochs the examples of each epoch
   */
  public Trainer(
      TrainSettings settings,
      Data data,
      IntFunction<List<Example>> epochs,
      BatchReader reader,
      RunFolder run) {
    this.epochs = epochs;
    this.seed = settings.seed();
    this.labels = settings.labels();
    this.optimizer = settings.optimizer();
    this.data = data;
    this.run = run;
    this.reader = reader;
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
            ? new WeightAverage(network, optimizer.averageDecay())
            : new WeightAverage(run.loadAverage(), optimizer.averageDecay());
    Checkpoint checkpoint = from;
    while (!checkpoint.isEnd(optimizer.epochs(), optimizer.patience())) {
      checkpoint = epoch(network, average, network.getEpochCount() + 1, checkpoint);
      run.saveCheckpoint(network, average, checkpoint);
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
          double accuracy = report(network, "train", followed()).accuracy();
          List<EpochResult.Score> dev =
              data.dev().entrySet().stream()
                  .map(c -> EpochResult.Score.of(report(network, c.getKey(), c.getValue())))
                  .toList();
          double seconds = (System.nanoTime() - start) / 1e9;
          EpochResult result = new EpochResult(epoch, loss, rate, accuracy, dev, seconds);
          run.log(result);
          if (before.isBeatenBy(result)) {
            run.saveBest(network);
          }
          return before.after(result);
        });
  }

  private double fit(ComputationGraph network, WeightAverage average, int epoch) {
    Random random = new Random(1_000_003L * seed + epoch);
    // Dropout draws from ND4J's generator: with a seed per epoch, a resumed run goes on as if
    // undisturbed.
    Nd4j.getRandom().setSeed(random.nextLong());
    List<List<Example>> batches = Batches.shuffled(epochs.apply(epoch), optimizer.batch(), random);
    double sum = 0;
    String task = "epoch %d of %d".formatted(epoch, optimizer.epochs());
    try (Progress progress = Progress.bar(task, batches.size())) {
      for (MultiDataSet batch : ahead(batches, random)) {
        network.fit(batch);
        sum += finite(network.score(), epoch);
        average.add(network);
        progress.step();
      }
    }
    return sum / batches.size();
  }

  /** Reads the next batch while one is learnt. */
  private Iterable<MultiDataSet> ahead(List<List<Example>> batches, Random random) {
    return Ahead.of(batches, batch -> reader.readForTraining(batch, random));
  }

  private double finite(double loss, int epoch) {
    if (!Double.isFinite(loss)) {
      throw new TrainerException(
          "epoch %d: the loss is %s; lower --learning-rate (now %s); the last good weights are in %s"
              .formatted(epoch, loss, optimizer.learningRate(), run.best()));
    }
    return loss;
  }

  /** Spread evenly over the first variant. */
  private List<Example> followed() {
    List<Example> all = data.train().get(0);
    int step = Math.max(1, all.size() / FOLLOWED);
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
  }

  private Report report(ComputationGraph network, String condition, List<Example> examples) {
    Predictor predictor = new Predictor(Ensemble.of(network, reader));
    return Report.of(condition, predictor.predict(examples, Progress.none()), labels, 1);
  }
}
