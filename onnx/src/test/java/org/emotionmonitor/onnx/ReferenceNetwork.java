package org.emotionmonitor.onnx;

import java.util.Arrays;
import org.emotionmonitor.onnx.export.Attention;
import org.emotionmonitor.onnx.export.Direction;
import org.emotionmonitor.onnx.export.Head;
import org.emotionmonitor.onnx.export.InputView;
import org.emotionmonitor.onnx.export.Lstm;
import org.emotionmonitor.onnx.export.ModelWeights;

/** The network as the textbook has it, one window at a time, in double precision, without masks. */
final class ReferenceNetwork {

  private final ModelWeights weights;

  ReferenceNetwork(ModelWeights weights) {
    this.weights = weights;
  }

  /** Answer for one window; attention has one entry per frame. */
  // Compared entry by entry, with a tolerance.
  @SuppressWarnings("ArrayRecordComponent")
  record Answer(double[] emotion, double[] rate, double[] volume, double[] attention) {}

  /** Scores {@code length} frames that start at {@code offset}. */
  Answer score(float[] features, int offset, int length) {
    int d = weights.features();
    double[][] x = new double[length][d];
    for (int t = 0; t < length; t++) {
      for (int k = 0; k < d; k++) {
        x[t][k] = (features[offset + t * d + k] - weights.mean()[k]) / weights.std()[k];
      }
    }
    double[][] h = steps(view(x));
    for (Lstm layer : weights.layers()) {
      h = bidirectional(layer, h);
    }
    int heads = weights.attention().heads();
    int channels = h[0].length;
    int perStep = weights.view().framesPerStep();
    double[] alpha = new double[length];
    double[] context = new double[heads * channels];
    for (int head = 0; head < heads; head++) {
      double[] own = softmax(energies(weights.attention(), head, h), 1);
      for (int t = 0; t < length; t++) {
        int from = t / perStep * perStep;
        alpha[t] += own[t / perStep] / heads / (Math.min(length, from + perStep) - from);
      }
      for (int t = 0; t < h.length; t++) {
        for (int k = 0; k < channels; k++) {
          context[head * channels + k] += own[t] * h[t][k];
        }
      }
    }
    return new Answer(
        softmax(logits(weights.emotion(), context), weights.temperature()),
        softmax(logits(weights.rate(), context), 1),
        softmax(logits(weights.volume(), context), 1),
        alpha);
  }

  private double[][] view(double[][] x) {
    InputView view = weights.view();
    int d = weights.features();
    double[][] seen = new double[x.length][view.width(d)];
    double loudest = Arrays.stream(x).mapToDouble(frame -> frame[0]).max().orElseThrow();
    double[][] active =
        Arrays.stream(x)
            .filter(frame -> frame[0] >= loudest - view.activeRange())
            .toArray(double[][]::new);
    for (int k = 0; k < d; k++) {
      double mean = 0;
      double squares = 0;
      for (double[] frame : active) {
        mean += frame[k] / active.length;
      }
      for (double[] frame : active) {
        squares += Math.pow(frame[k] - mean, 2) / active.length;
      }
      double deviation = view.scaled() ? Math.sqrt(squares + view.smallestVariance()) : 1;
      for (int t = 0; t < x.length; t++) {
        if (view.absolute()) {
          seen[t][k] = x[t][k];
        }
        if (view.relative()) {
          double relative = k < view.kept() ? x[t][k] : (x[t][k] - mean) / deviation;
          seen[t][seen[t].length - d + k] =
              Math.max(-view.limit(), Math.min(view.limit(), relative));
        }
      }
    }
    return seen;
  }

  private double[][] steps(double[][] frames) {
    int perStep = weights.view().framesPerStep();
    double[][] steps = new double[(frames.length + perStep - 1) / perStep][frames[0].length];
    for (int s = 0; s < steps.length; s++) {
      int to = Math.min(frames.length, (s + 1) * perStep);
      for (int t = s * perStep; t < to; t++) {
        for (int k = 0; k < frames[t].length; k++) {
          steps[s][k] += frames[t][k] / (to - s * perStep);
        }
      }
    }
    return steps;
  }

  private static double[][] bidirectional(Lstm layer, double[][] x) {
    int hidden = layer.hidden();
    double[][] out = new double[x.length][2 * hidden];
    double[] state = new double[hidden];
    double[] cell = new double[hidden];
    for (int t = 0; t < x.length; t++) {
      step(layer.forward(), x[t], state, cell);
      System.arraycopy(state, 0, out[t], 0, hidden);
    }
    state = new double[hidden];
    cell = new double[hidden];
    for (int t = x.length - 1; t >= 0; t--) {
      step(layer.backward(), x[t], state, cell);
      System.arraycopy(state, 0, out[t], hidden, hidden);
    }
    return out;
  }

  /** Gates are stacked i, o, f, c. */
  private static void step(Direction p, double[] x, double[] state, double[] cell) {
    int hidden = state.length;
    double[] z = new double[4 * hidden];
    for (int row = 0; row < z.length; row++) {
      z[row] = p.b()[row];
      for (int k = 0; k < x.length; k++) {
        z[row] += p.w()[row * x.length + k] * x[k];
      }
      for (int k = 0; k < hidden; k++) {
        z[row] += p.r()[row * hidden + k] * state[k];
      }
    }
    for (int j = 0; j < hidden; j++) {
      double in = sigmoid(z[j]);
      double out = sigmoid(z[hidden + j]);
      double forget = sigmoid(z[2 * hidden + j]);
      cell[j] = forget * cell[j] + in * Math.tanh(z[3 * hidden + j]);
      state[j] = out * Math.tanh(cell[j]);
    }
  }

  private static double[] energies(Attention attention, int head, double[][] h) {
    int units = attention.units();
    double[] e = new double[h.length];
    for (int t = 0; t < h.length; t++) {
      for (int u = 0; u < units; u++) {
        double sum = attention.b()[u];
        for (int k = 0; k < h[t].length; k++) {
          sum += h[t][k] * attention.w()[k * units + u];
        }
        e[t] += attention.v()[u * attention.heads() + head] * Math.tanh(sum);
      }
    }
    return e;
  }

  private static double[] logits(Head head, double[] context) {
    double[] z = new double[head.classes()];
    for (int c = 0; c < z.length; c++) {
      z[c] = head.b()[c];
      for (int k = 0; k < context.length; k++) {
        z[c] += context[k] * head.w()[k * z.length + c];
      }
    }
    return z;
  }

  private static double[] softmax(double[] z, double temperature) {
    double[] p = new double[z.length];
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      p[i] = Math.exp(z[i] / temperature);
      sum += p[i];
    }
    for (int i = 0; i < z.length; i++) {
      p[i] /= sum;
    }
    return p;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
