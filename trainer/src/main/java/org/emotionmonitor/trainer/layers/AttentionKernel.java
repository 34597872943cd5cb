package org.emotionmonitor.trainer.layers;

import java.util.Arrays;

/**
 * Additive attention over time (Bahdanau et al. 2015): u = tanh(h W + b), e = u · v, α = softmax
 * over the frames that count, context = Σ α h. With several heads each has a v of its own (Lin et
 * al. 2017), and the contexts lie side by side.
 */
final class AttentionKernel {

  private final int channels;
  private final int size;
  private final int heads;

  private final NativeFloats projection = new NativeFloats();
  private final NativeFloats tanhNative = new NativeFloats();
  private final NativeFloats gradientNative = new NativeFloats();
  private final NativeFloats product = new NativeFloats();

  private float[] bias = {};
  private float[][] scorers = {};
  private float[] tanh = {};
  private float[] alpha = {};

  AttentionKernel(int channels, int size, int heads) {
    this.channels = channels;
    this.size = size;
    this.heads = heads;
  }

  /** Sets the weights, row-major: w [channels][size], b [size], v [size][heads]. */
  void load(float[] w, float[] b, float[] v) {
    projection.ensure(w.length).put(0, w, 0, w.length);
    bias = b;
    scorers = new float[heads][size];
    for (int j = 0; j < v.length; j++) {
      scorers[j % heads][j / heads] = v[j];
    }
  }

  /** Weights [heads][T][B] of the latest forward pass; zero on padding. */
  float[] alpha() {
    return alpha;
  }

  /** Contexts [B][heads][channels] of {@code in}, whose floats are also given as a heap array. */
  float[] forward(Sequences in, float[] h) {
    tanh = new float[in.rows() * size];
    alpha = new float[heads * in.rows()];
    tanhNative.ensure((long) in.rows() * size);
    Parallel.rows(in.rows(), (from, to) -> energies(in, from, to));
    float[] context = new float[in.batch() * heads * channels];
    for (int k = 0; k < heads; k++) {
      for (int i = 0; i < in.batch(); i++) {
        softmax(in, k * in.rows(), i);
        for (int t = 0; t < in.steps(); t++) {
          int row = t * in.batch() + i;
          addScaled(alpha[k * in.rows() + row], h, row * channels, context, context(i, k));
        }
      }
    }
    return context;
  }

  private int context(int item, int head) {
    return (item * heads + head) * channels;
  }

  private void energies(Sequences in, int from, int to) {
    if (from == to) {
      return;
    }
    Gemm.product(
        to - from,
        size,
        channels,
        in.inputs().view((long) from * channels),
        projection.view(0),
        0f,
        tanhNative.view((long) from * size));
    tanhNative.view((long) from * size).get(tanh, from * size, (to - from) * size);
    for (int row = from; row < to; row++) {
      Activations.add(tanh, row * size, bias);
      Activations.tanh(tanh, row * size, size);
      for (int k = 0; k < heads; k++) {
        alpha[k * in.rows() + row] = dot(tanh, row * size, scorers[k], 0, size);
      }
    }
  }

  private void softmax(Sequences in, int head, int item) {
    float max = Float.NEGATIVE_INFINITY;
    for (int t = 0; t < in.steps(); t++) {
      if (!in.isPadding(t, item)) {
        max = Math.max(max, alpha[head + t * in.batch() + item]);
      }
    }
    double sum = 0;
    for (int t = 0; t < in.steps(); t++) {
      int row = head + t * in.batch() + item;
      alpha[row] = in.isPadding(t, item) ? 0f : (float) Math.exp(alpha[row] - max);
      sum += alpha[row];
    }
    for (int t = 0; t < in.steps(); t++) {
      alpha[head + t * in.batch() + item] /= (float) sum;
    }
  }

  /**
   * Back-propagates the gradient by the contexts, [B][heads][channels]; consumes the forward pass.
   */
  Gradients backward(Sequences in, float[] h, float[] contextGradient) {
    float[] energy = energyGradients(in, h, contextGradient);
    float[] v = new float[size * heads];
    float[] b = new float[size];
    float[] byInput = new float[in.rows() * channels];
    Object lock = new Object();
    Parallel.rows(
        in.rows(),
        (from, to) -> {
          float[] ownV = new float[size * heads];
          float[] ownB = new float[size];
          preGradients(in, energy, from, to, ownV, ownB);
          for (int k = 0; k < heads; k++) {
            for (int row = from; row < to; row++) {
              int c = context(row % in.batch(), k);
              addScaled(alpha[k * in.rows() + row], contextGradient, c, byInput, row * channels);
            }
          }
          synchronized (lock) {
            Activations.add(v, 0, ownV);
            Activations.add(b, 0, ownB);
          }
        });
    return new Gradients(projectionGradient(in, byInput), b, scorerGradient(v), byInput);
  }

  /** dE by each energy, through the softmax: α (g − Σ α g) with g = dE by α. */
  private float[] energyGradients(Sequences in, float[] h, float[] contextGradient) {
    float[] energy = new float[heads * in.rows()];
    for (int k = 0; k < heads; k++) {
      for (int i = 0; i < in.batch(); i++) {
        int c = context(i, k);
        double mean = 0;
        for (int t = 0; t < in.steps(); t++) {
          int row = t * in.batch() + i;
          int e = k * in.rows() + row;
          energy[e] = dot(contextGradient, c, h, row * channels, channels);
          mean += energy[e] * alpha[e];
        }
        for (int t = 0; t < in.steps(); t++) {
          int e = k * in.rows() + t * in.batch() + i;
          energy[e] = alpha[e] * (float) (energy[e] - mean);
        }
      }
    }
    return energy;
  }

  /** Replaces tanh values by gradients before the tanh, and sums those by v and b. */
  private void preGradients(Sequences in, float[] energy, int from, int to, float[] v, float[] b) {
    float[] sum = new float[size];
    for (int row = from; row < to; row++) {
      int o = row * size;
      Arrays.fill(sum, 0f);
      for (int k = 0; k < heads; k++) {
        float e = energy[k * in.rows() + row];
        addScaled(e, scorers[k], 0, sum, 0, size);
        addScaled(e, tanh, o, v, k * size, size);
      }
      for (int j = 0; j < size; j++) {
        float u = tanh[o + j];
        float z = sum[j] * (1f - u * u);
        b[j] += z;
        tanh[o + j] = z;
      }
    }
    tanhNative.view((long) from * size).put(tanh, from * size, (to - from) * size);
  }

  /** [heads][size] as {@link #load} takes it. */
  private float[] scorerGradient(float[] byHead) {
    float[] v = new float[byHead.length];
    for (int j = 0; j < v.length; j++) {
      v[j] = byHead[j % heads * size + j / heads];
    }
    return v;
  }

  private float[] projectionGradient(Sequences in, float[] byInput) {
    int rows = in.rows();
    product.ensure((long) channels * size);
    Gemm.transposedProduct(
        channels, size, rows, in.inputs().view(0), tanhNative.view(0), product.at(0));
    float[] w = new float[channels * size];
    product.get(0, w, 0, w.length);
    gradientNative.ensure((long) rows * channels).put(0, byInput, 0, byInput.length);
    Gemm.productTransposed(
        rows, channels, size, tanhNative.view(0), projection.view(0), 1f, gradientNative.at(0));
    gradientNative.get(0, byInput, 0, byInput.length);
    return w;
  }

  private static float dot(float[] a, int from, float[] b, int to, int count) {
    float sum = 0;
    for (int j = 0; j < count; j++) {
      sum += a[from + j] * b[to + j];
    }
    return sum;
  }

  private static void addScaled(float scale, float[] from, int f, float[] to, int t, int count) {
    for (int j = 0; j < count; j++) {
      to[t + j] += scale * from[f + j];
    }
  }

  private void addScaled(float scale, float[] from, int f, float[] to, int t) {
    addScaled(scale, from, f, to, t, channels);
  }

  /** Gradients by the weights as {@link #load} takes them, and by the inputs, [T][B][channels]. */
  record Gradients(float[] w, float[] b, float[] v, float[] inputs) {}
}
