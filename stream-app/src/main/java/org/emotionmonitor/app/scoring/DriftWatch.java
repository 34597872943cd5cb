package org.emotionmonitor.app.scoring;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Summary;
import java.nio.FloatBuffer;
import java.util.List;
import org.emotionmonitor.app.metrics.Names;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.onnx.ModelInfo;
import org.emotionmonitor.onnx.Scores;

/**
 * Tells whether the calls are like those that the model was trained on: its estimates' distribution
 * and entropy, and the means of the features, all without any call in it. A model whose file says
 * nothing of its training has no references, and no alert comes of it.
 */
public final class DriftWatch implements BatchListener {

  private static final double LN2 = Math.log(2);

  /** In the order of the model's output. */
  private static final List<String> EMOTIONS = Labelled.labels(Emotion.class);

  private final Counter estimates;
  private final Summary entropy;
  private final Gauge expected;
  private final Gauge expectedEntropy;
  private final Gauge shifts;
  private volatile FeatureShift shift;

  public DriftWatch(CollectorRegistry registry) {
    estimates =
        Counter.build(
                Names.PREFIX + "estimated_windows_total",
                "Windows by the emotion that the model finds most probable.")
            .labelNames("emotion")
            .register(registry);
    EMOTIONS.forEach(estimates::labels);
    entropy =
        Summary.build(
                Names.PREFIX + "estimate_entropy_bits",
                "Entropy of the emotions' probabilities of a window, in bits: 0 if sure, 2.3 if"
                    + " all are alike.")
            .register(registry);
    expected =
        Gauge.build(
                Names.PREFIX + "reference_estimates_ratio",
                "Share of each emotion, 0 to 1, in the model's estimates of its validation"
                    + " data.")
            .labelNames("emotion")
            .register(registry);
    expectedEntropy =
        Gauge.build(
                Names.PREFIX + "reference_entropy_bits",
                "Mean entropy of the model's estimates of its validation data, in bits; NaN if its"
                    + " file does not say.")
            .register(registry);
    shifts =
        Gauge.build(
                Names.PREFIX + "feature_shift_deviations",
                "Largest distance of a feature's recent mean from the training's, in standard"
                    + " deviations.")
            .labelNames("feature")
            .register(registry);
  }

  /** From now on the windows are scored by that model, and compared with its training. */
  void follow(ModelInfo model) {
    TrainingReference reference = TrainingReference.of(model.props());
    expected.clear();
    if (reference.estimates() != null) {
      for (int i = 0; i < EMOTIONS.size(); i++) {
        expected.labels(EMOTIONS.get(i)).set(reference.estimates()[i]);
      }
    }
    expectedEntropy.set(reference.entropyBits() == null ? Double.NaN : reference.entropyBits());
    shifts.clear();
    FeatureShift next = reference.means() == null ? null : new FeatureShift(reference);
    if (next != null) {
      for (FeatureGroup group : FeatureGroup.values()) {
        shifts.setChild(child(next, group), group.label());
      }
    }
    shift = next;
  }

  private static Gauge.Child child(FeatureShift shift, FeatureGroup group) {
    return new Gauge.Child() {
      @Override
      public double get() {
        return shift.of(group);
      }
    };
  }

  @Override
  public void scored(FloatBuffer features, int[] lengths, int n, int t, Scores scores) {
    for (int i = 0; i < n; i++) {
      float[] p = scores.emotion()[i];
      estimates.labels(EMOTIONS.get(Probabilities.likeliest(p))).inc();
      entropy.observe(bits(p));
    }
    // One window of a batch is sample enough, and costs next to nothing.
    FeatureShift following = shift;
    if (following != null) {
      following.add(features, 0, lengths[0]);
    }
  }

  private static double bits(float[] p) {
    double bits = 0;
    for (float x : p) {
      bits -= x > 0 ? x * Math.log(x) / LN2 : 0;
    }
    return bits;
  }
}
