package org.emotionmonitor.trainer.svm;

import java.util.ArrayList;
import java.util.List;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;
import org.emotionmonitor.trainer.data.Example;
import org.emotionmonitor.trainer.evaluation.Confusion;
import org.emotionmonitor.trainer.evaluation.Prediction;
import org.emotionmonitor.trainer.progress.Progress;

/**
 * A support vector machine with Gaussian kernel on {@link WindowStatistics}, one against one
 * (LIBSVM: Chang and Lin 2011). C and the kernel's width are those with the highest UAR on dev.
 */
public final class SupportVectors {

  /** Numbers per window that it is given. */
  public static final int STATISTICS = WindowStatistics.SIZE;

  private static final double[] COSTS = {0.3, 1, 3, 10, 30};
  private static final double[] WIDTHS = {0.3, 1, 3};
  private static final double[] USUAL_COST = {3};
  private static final double[] USUAL_WIDTH = {1};

  private final Standardization standardization;
  private final svm_model model;
  private final int classes;
  private final String choice;

  private SupportVectors(
      Standardization standardization, svm_model model, int classes, String choice) {
    this.standardization = standardization;
    this.model = model;
    this.classes = classes;
    this.choice = choice;
  }

  /**
   * Trains one per point of the grid, and keeps the best.
   *
   * @param dev what the grid is searched by; without it C is 3 and gamma 1 / (number of statistics)
   * @param weights per class, of an error's cost
   */
  public static SupportVectors train(List<Example> train, List<Example> dev, double[] weights) {
    svm.svm_set_print_string_function(text -> {});
    List<double[]> vectors = statistics("svm train", train);
    Standardization standardization = Standardization.of(vectors);
    svm_problem problem = problem(train, vectors, standardization);
    List<svm_node[]> devNodes =
        statistics("svm dev", dev).stream().map(v -> nodes(standardization.apply(v))).toList();
    boolean search = !dev.isEmpty();
    double[] costs = search ? COSTS : USUAL_COST;
    double[] widths = search ? WIDTHS : USUAL_WIDTH;
    SupportVectors best = null;
    double bestUar = -1;
    try (Progress progress = Progress.bar("svm grid", (long) costs.length * widths.length)) {
      for (double cost : costs) {
        for (double width : widths) {
          svm_model model = svm.svm_train(problem, parameter(cost, width, weights));
          String choice = "C %s, gamma %s / %d".formatted(cost, width, WindowStatistics.SIZE);
          SupportVectors own = new SupportVectors(standardization, model, weights.length, choice);
          double uar = search ? own.uar(dev, devNodes) : 0;
          if (uar > bestUar) {
            bestUar = uar;
            best = own;
          }
          progress.step();
        }
      }
    }
    return best;
  }

  /** The point of the grid that was chosen. */
  public String choice() {
    return choice;
  }

  /** How many there are. */
  public int size() {
    return model.l;
  }

  /** One prediction per example, in order; the answer has probability 1. */
  public List<Prediction> predict(List<Example> examples) {
    List<svm_node[]> nodes =
        statistics("svm", examples).stream().map(v -> nodes(standardization.apply(v))).toList();
    return predict(examples, nodes);
  }

  private List<Prediction> predict(List<Example> examples, List<svm_node[]> nodes) {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      float[] emotion = new float[classes];
      emotion[(int) svm.svm_predict(model, nodes.get(i))] = 1;
      predictions.add(new Prediction(examples.get(i), emotion, new float[0], new float[0]));
    }
    return predictions;
  }

  private double uar(List<Example> dev, List<svm_node[]> nodes) {
    return Confusion.ofEmotions(predict(dev, nodes), classes).uar();
  }

  private static List<double[]> statistics(String task, List<Example> examples) {
    try (Progress progress = Progress.bar(task, examples.size())) {
      return examples.stream()
          .map(
              e -> {
                progress.step();
                return WindowStatistics.of(e.read());
              })
          .toList();
    }
  }

  private static svm_problem problem(
      List<Example> train, List<double[]> vectors, Standardization standardization) {
    svm_problem problem = new svm_problem();
    problem.l = train.size();
    problem.y = new double[problem.l];
    problem.x = new svm_node[problem.l][];
    for (int i = 0; i < problem.l; i++) {
      problem.y[i] = train.get(i).emotion().getAsInt();
      problem.x[i] = nodes(standardization.apply(vectors.get(i)));
    }
    return problem;
  }

  private static svm_node[] nodes(double[] vector) {
    svm_node[] nodes = new svm_node[vector.length];
    for (int d = 0; d < nodes.length; d++) {
      nodes[d] = new svm_node();
      nodes[d].index = d + 1;
      nodes[d].value = vector[d];
    }
    return nodes;
  }

  private static svm_parameter parameter(double cost, double width, double[] weights) {
    svm_parameter parameter = new svm_parameter();
    parameter.svm_type = svm_parameter.C_SVC;
    parameter.kernel_type = svm_parameter.RBF;
    parameter.C = cost;
    parameter.gamma = width / WindowStatistics.SIZE;
    parameter.cache_size = 200;
    parameter.eps = 1e-3;
    parameter.shrinking = 1;
    parameter.nr_weight = weights.length;
    parameter.weight = weights.clone();
    parameter.weight_label = new int[weights.length];
    for (int c = 0; c < weights.length; c++) {
      parameter.weight_label[c] = c;
    }
    return parameter;
  }
}
