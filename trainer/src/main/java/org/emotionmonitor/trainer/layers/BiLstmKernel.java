package org.emotionmonitor.trainer.layers;

/**
 * The two directions of a bidirectional LSTM, each on a thread of its own, outputs side by side.
 */
final class BiLstmKernel {

  private final int inputs;
  private final int hidden;
  private final LstmDirection forward;
  private final LstmDirection backward;

  BiLstmKernel(int inputs, int hidden) {
    this.inputs = inputs;
    this.hidden = hidden;
    this.forward = new LstmDirection(inputs, hidden, false);
    this.backward = new LstmDirection(inputs, hidden, true);
  }

  LstmDirection forward() {
    return forward;
  }

  LstmDirection backward() {
    return backward;
  }

  /** Outputs [T][B][2H]: forward direction first. */
  float[] outputs(Sequences in) {
    float[] out = new float[in.rows() * 2 * hidden];
    Parallel.both(
        () -> forward.forward(in, out, 0, 2 * hidden),
        () -> backward.forward(in, out, hidden, 2 * hidden));
    return out;
  }

  /** Back-propagates the gradient by the outputs, [T][B][2H]. */
  Result backPropagate(Sequences in, float[] gradient) {
    LstmDirection.Gradients[] weights = new LstmDirection.Gradients[2];
    Parallel.both(
        () -> weights[0] = forward.backward(in, gradient, 0, 2 * hidden),
        () -> weights[1] = backward.backward(in, gradient, hidden, 2 * hidden));
    float[] sum = new float[in.rows() * inputs];
    float[] other = new float[sum.length];
    forward.inputGradient(sum);
    backward.inputGradient(other);
    Activations.add(sum, 0, other);
    return new Result(weights[0], weights[1], sum);
  }

  /** Gradients by both directions' weights, and by the inputs, [T][B][inputs]. */
  record Result(
      LstmDirection.Gradients forward, LstmDirection.Gradients backward, float[] inputs) {}
}
