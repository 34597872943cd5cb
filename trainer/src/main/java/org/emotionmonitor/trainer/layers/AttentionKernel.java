package org.emotionmonitor.trainer.layers;

/**
 * Additive attention over time (Bahdanau et al. 2015): u = tanh(h W + b), e = u · v, α = softmax
 * over the frames that count, context = Σ α h.
 */
final class AttentionKernel {

  private final int channels;
  private final int size;

  private final NativeFloats projection = new NativeFloats();
  private final NativeFloats tanhNative = new NativeFloats();
  private final NativeFloats gradientNative = new NativeFloats();
  private final NativeFloats product = new NativeFloats();

  private float[] bias = {};
  private float[] scorer = {};
  private float[] tanh = {};
  private float[] alpha = {};

  AttentionKernel(int channels, int size) {
    this.channels = channels;
    this.size = size;
  }

  /** Sets the weights, row-major: w [channels][size], b [size], v [size]. */
  void load(float[] w, float[] b, float[] v) {
    projection.ensure(w.length).put(0, w, 0, w.length);
    bias = b;
    scorer = v;
  }

  /** Weights [T][B] of the latest forward pass; zero on padding. */
  float[] alpha() {
    return alpha;
  }

  /** Contexts [B][channels] of {@code in}, whose floats are also given as a heap array. */
  float[] forward(Sequences in, float[] h) {
    tanh = new float[in.rows() * size];
    alpha = new float[in.rows()];
    tanhNative.ensure((long) in.rows() * size);
    Parallel.rows(in.rows(), (from, to) -> energies(in, from, to));
    float[] context = new float[in.batch() * channels];
    for (int i = 0; i < in.batch(); i++) {
      softmax(in, i);
      for (int t = 0; t < in.steps(); t++) {
        int row = t * in.batch() + i;
        addScaled(alpha[row], h, row * channels, context, i * channels);
      }
    }
    return context;
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
      alpha[row] = dot(tanh, row * size, scorer, 0, size);
    }
  }

  private void softmax(Sequences in, int item) {
    float max = Float.NEGATIVE_INFINITY;
    for (int t = 0; t < in.steps(); t++) {
      if (!in.isPadding(t, item)) {
        max = Math.max(max, alpha[t * in.batch() + item]);
      }
    }
    double sum = 0;
    for (int t = 0; t < in.steps(); t++) {
      int row = t * in.batch() + item;
      alpha[row] = in.isPadding(t, item) ? 0f : (float) Math.exp(alpha[row] - max);
      sum += alpha[row];
    }
    for (int t = 0; t < in.steps(); t++) {
      alpha[t * in.batch() + item] /= (float) sum;
    }
  }

  /** Back-propagates the gradient by the contexts, [B][channels]; consumes the forward pass. */
  Gradients backward(Sequences in, float[] h, float[] contextGradient) {
    float[] energy = energyGradients(in, h, contextGradient);
    float[] v = new float[size];
    float[] b = new float[size];
    float[] byInput = new float[in.rows() * channels];
    Object lock = new Object();
    Parallel.rows(
        in.rows(),
        (from, to) -> {
          float[] ownV = new float[size];
          float[] ownB = new float[size];
          preGradients(energy, from, to, ownV, ownB);
          for (int row = from; row < to; row++) {
            int item = row % in.batch();
            addScaled(alpha[row], contextGradient, item * channels, byInput, row * channels);
          }
          synchronized (lock) {
            Activations.add(v, 0, ownV);
            Activations.add(b, 0, ownB);
          }
        });
    return new Gradients(projectionGradient(in, byInput), b, v, byInput);
  }

  /** dE by each energy, through the softmax: α (g − Σ α g) with g = dE by α. */
  private float[] energyGradients(Sequences in, float[] h, float[] contextGradient) {
    float[] energy = new float[in.rows()];
    for (int i = 0; i < in.batch(); i++) {
      double mean = 0;
      for (int t = 0; t < in.steps(); t++) {
        int row = t * in.batch() + i;
        energy[row] = dot(contextGradient, i * channels, h, row * channels, channels);
        mean += energy[row] * alpha[row];
      }
      for (int t = 0; t < in.steps(); t++) {
        int row = t * in.batch() + i;
        energy[row] = alpha[row] * (float) (energy[row] - mean);
      }
    }
    return energy;
  }

  /** Replaces tanh values by gradients before the tanh, and sums those by v and b. */
  private void preGradients(float[] energy, int from, int to, float[] v, float[] b) {
    for (int row = from; row < to; row++) {
      float e = energy[row];
      int o = row * size;
      for (int j = 0; j < size; j++) {
        float u = tanh[o + j];
        float z = e * scorer[j] * (1f - u * u);
        v[j] += u * e;
        b[j] += z;
        tanh[o + j] = z;
      }
    }
    tanhNative.view((long) from * size).put(tanh, from * size, (to - from) * size);
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
