package org.emotionmonitor.trainer.layers;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * One direction of a bidirectional LSTM: forward pass and back-propagation through time. The
 * products run in OpenBLAS outside the heap, the gate arithmetic on heap arrays, which the JIT
 * vectorises. Padding steps leave cell and output at zero, so padding at the end changes nothing.
 */
final class LstmDirection {

  private final int inputs;
  private final int hidden;
  private final int gates;
  private final boolean reversed;

  private final NativeFloats inputWeights = new NativeFloats();
  private final NativeFloats recurrentWeights = new NativeFloats();
  private final NativeFloats pre = new NativeFloats();
  private final NativeFloats states = new NativeFloats();
  private final NativeFloats preGradient = new NativeFloats();
  private final NativeFloats stateGradient = new NativeFloats();
  private final NativeFloats inputGradient = new NativeFloats();
  private final NativeFloats product = new NativeFloats();

  private float[] bias = {};
  private float[] gate = {};
  private float[] cell = {};
  private float[] tanhCell = {};
  private float[] out = {};

  LstmDirection(int inputs, int hidden, boolean reversed) {
    this.inputs = inputs;
    this.hidden = hidden;
    this.gates = 4 * hidden;
    this.reversed = reversed;
  }

  /** Sets the weights, row-major: w [inputs][4H], r [H][4H], b [4H]. */
  void load(float[] w, float[] r, float[] b) {
    inputWeights.ensure(w.length).put(0, w, 0, w.length);
    recurrentWeights.ensure(r.length).put(0, r, 0, r.length);
    bias = b;
  }

  /**
   * Writes this direction's outputs into {@code target} [T][B][stride] at column {@code column}.
   */
  void forward(Sequences in, float[] target, int column, int stride) {
    reserve(in.rows());
    int batch = in.batch();
    Gemm.product(in.rows(), gates, inputs, in.inputs().view(0), inputWeights.at(0), 0f, pre.at(0));
    float[] zero = new float[batch * hidden];
    for (int s = 0; s < in.steps(); s++) {
      int t = step(s, in);
      int before = previous(t);
      if (s > 0) {
        Gemm.product(
            batch,
            gates,
            hidden,
            states.at((long) before * batch * hidden),
            recurrentWeights.at(0),
            1f,
            pre.at((long) t * batch * gates));
      }
      pre.get((long) t * batch * gates, gate, t * batch * gates, batch * gates);
      for (int i = 0; i < batch; i++) {
        int row = t * batch + i;
        forwardRow(row, s > 0 ? cell : zero, s > 0 ? (before * batch + i) * hidden : 0);
        if (in.isPadding(t, i)) {
          Arrays.fill(cell, row * hidden, (row + 1) * hidden, 0f);
          Arrays.fill(out, row * hidden, (row + 1) * hidden, 0f);
        }
        System.arraycopy(out, row * hidden, target, row * stride + column, hidden);
      }
      states.put((long) t * batch * hidden, out, t * batch * hidden, batch * hidden);
    }
  }

  private void forwardRow(int row, float[] before, int b) {
    LstmCell.activate(gate, row * gates, bias, hidden);
    LstmCell.forward(gate, row * gates, before, b, cell, tanhCell, out, row * hidden, hidden);
  }

  /**
   * Back-propagates {@code gradient} [T][B][stride] of the latest forward pass.
   *
   * @return the gradients by the weights; that by the inputs is read with {@link #inputGradient}
   */
  Gradients backward(Sequences in, float[] gradient, int column, int stride) {
    int batch = in.batch();
    preGradient.ensure((long) in.rows() * gates);
    stateGradient.ensure((long) batch * hidden);
    float[] biasGradient = new float[gates];
    float[] dz = new float[batch * gates];
    float[] dh = new float[batch * hidden];
    float[] dc = new float[batch * hidden];
    float[] zero = new float[batch * hidden];
    for (int s = in.steps() - 1; s >= 0; s--) {
      int t = step(s, in);
      for (int i = 0; i < batch; i++) {
        int row = t * batch + i;
        addOutputGradient(gradient, row * stride + column, dh, i * hidden);
        if (in.isPadding(t, i)) {
          Arrays.fill(dh, i * hidden, (i + 1) * hidden, 0f);
          Arrays.fill(dc, i * hidden, (i + 1) * hidden, 0f);
        }
        float[] before = s > 0 ? cell : zero;
        int b = s > 0 ? (previous(t) * batch + i) * hidden : 0;
        LstmCell.backward(
            gate,
            row * gates,
            tanhCell,
            row * hidden,
            before,
            b,
            dh,
            dc,
            i * hidden,
            dz,
            i * gates,
            hidden);
        addRow(biasGradient, dz, i * gates);
      }
      long at = (long) t * batch * gates;
      preGradient.put(at, dz, 0, batch * gates);
      if (s > 0) {
        Gemm.productTransposed(
            batch,
            hidden,
            gates,
            preGradient.at(at),
            recurrentWeights.at(0),
            0f,
            stateGradient.at(0));
        stateGradient.get(0, dh, 0, batch * hidden);
      }
    }
    return weightGradients(in, biasGradient);
  }

  private Gradients weightGradients(Sequences in, float[] biasGradient) {
    int rows = in.rows();
    int batch = in.batch();
    product.ensure((long) Math.max(inputs, hidden) * gates);
    FloatPointer dz = preGradient.view(0);
    Gemm.transposedProduct(inputs, gates, rows, in.inputs().view(0), dz, product.at(0));
    float[] w = new float[inputs * gates];
    product.get(0, w, 0, w.length);

    // Step t's recurrent input is the state of the step before it in this direction.
    float[] r = new float[hidden * gates];
    if (rows > batch) {
      FloatPointer h = states.view(reversed ? (long) batch * hidden : 0);
      FloatPointer later = preGradient.view(reversed ? 0 : (long) batch * gates);
      Gemm.transposedProduct(hidden, gates, rows - batch, h, later, product.at(0));
      product.get(0, r, 0, r.length);
    }
    inputGradient.ensure((long) rows * inputs);
    Gemm.productTransposed(rows, inputs, gates, dz, inputWeights.at(0), 0f, inputGradient.at(0));
    return new Gradients(w, r, biasGradient);
  }

  /** Reads the gradient by the inputs, [T][B][inputs], of the latest backward pass. */
  void inputGradient(float[] target) {
    inputGradient.get(0, target, 0, target.length);
  }

  private void reserve(int rows) {
    pre.ensure((long) rows * gates);
    states.ensure((long) rows * hidden);
    if (gate.length < rows * gates) {
      gate = new float[rows * gates];
      cell = new float[rows * hidden];
      tanhCell = new float[rows * hidden];
      out = new float[rows * hidden];
    }
  }

  private int step(int s, Sequences in) {
    return reversed ? in.steps() - 1 - s : s;
  }

  private int previous(int t) {
    return reversed ? t + 1 : t - 1;
  }

  private void addOutputGradient(float[] gradient, int from, float[] dh, int to) {
    for (int j = 0; j < hidden; j++) {
      dh[to + j] += gradient[from + j];
    }
  }

  private static void addRow(float[] sum, float[] rows, int from) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += rows[from + j];
    }
  }

  /** Gradients by the weights, laid out as {@link #load} takes them. */
  record Gradients(float[] w, float[] r, float[] b) {}
}
