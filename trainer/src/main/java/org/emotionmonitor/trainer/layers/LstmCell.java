package org.emotionmonitor.trainer.layers;

/**
 * Gate arithmetic of one LSTM step of one sequence, over DL4J's order of the four gate blocks. DL4J
 * calls its columns IFOG; what it computes with them is candidate, forget, output, input.
 *
 * <p>c = input · candidate + forget · c', h = output · tanh(c); candidate by tanh, gates by the
 * logistic function, no peepholes (Hochreiter and Schmidhuber 1997; Gers et al. 2000).
 */
final class LstmCell {

  /** Index of the candidate's block among the four; the other constants alike. */
  static final int CANDIDATE = 0;

  static final int FORGET = 1;
  static final int OUTPUT = 2;
  static final int INPUT = 3;

  private LstmCell() {}

  /** Turns the pre-activations at {@code g} into gate values. */
  static void activate(float[] gates, int g, float[] bias, int hidden) {
    Activations.add(gates, g, bias);
    Activations.tanh(gates, g, hidden);
    Activations.sigmoid(gates, g + hidden, 3 * hidden);
  }

  /** Writes cell, tanh(cell) and output at {@code o} from the gates at {@code g}. */
  static void forward(
      float[] gates,
      int g,
      float[] before,
      int b,
      float[] cell,
      float[] tanhCell,
      float[] out,
      int o,
      int hidden) {
    for (int j = 0; j < hidden; j++) {
      float c =
          gates[g + j] * gates[g + INPUT * hidden + j]
              + gates[g + FORGET * hidden + j] * before[b + j];
      cell[o + j] = c;
      tanhCell[o + j] = Activations.tanh(c);
    }
    for (int j = 0; j < hidden; j++) {
      out[o + j] = gates[g + OUTPUT * hidden + j] * tanhCell[o + j];
    }
  }

  /**
   * Back-propagates one step: writes the gradient by the pre-activations at {@code z}, and replaces
   * the cell gradient at {@code r} by that of the step before.
   */
  static void backward(
      float[] gates,
      int g,
      float[] tanhCell,
      int o,
      float[] before,
      int b,
      float[] outGradient,
      float[] cellGradient,
      int r,
      float[] preGradient,
      int z,
      int hidden) {
    for (int j = 0; j < hidden; j++) {
      float candidate = gates[g + j];
      float forget = gates[g + FORGET * hidden + j];
      float output = gates[g + OUTPUT * hidden + j];
      float input = gates[g + INPUT * hidden + j];
      float t = tanhCell[o + j];
      float dh = outGradient[r + j];
      float dc = Math.fma(dh * output, 1f - t * t, cellGradient[r + j]);
      preGradient[z + j] = dc * input * (1f - candidate * candidate);
      preGradient[z + FORGET * hidden + j] = dc * before[b + j] * forget * (1f - forget);
      preGradient[z + OUTPUT * hidden + j] = dh * t * output * (1f - output);
      preGradient[z + INPUT * hidden + j] = dc * candidate * input * (1f - input);
      cellGradient[r + j] = dc * forget;
    }
  }
}
