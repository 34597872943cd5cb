package org.emotionmonitor.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StepsProperties {

  @Property
  void shouldKeepTheMeanWhenEachStepCountsByItsFrames(
      @ForAll @IntRange(min = 1, max = 9) int perStep,
      @ForAll @IntRange(min = 1, max = 40) int frames) {
    Steps steps = new Steps(perStep);
    float[] values = new float[2 * frames];
    double[] expected = new double[2];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 7919) % 101;
      expected[i % 2] += values[i] / frames;
    }
    float[] out = new float[2];
    double[] found = new double[2];
    int counted = 0;
    for (int s = 0; s < steps.count(frames); s++) {
      int own = Math.min(frames, (s + 1) * perStep) - s * perStep;
      steps.average(values, frames, 2, s, out, 0);
      found[0] += out[0] * own / frames;
      found[1] += out[1] * own / frames;
      counted += own;
    }
    assertThat(counted).isEqualTo(frames);
    assertThat(found).containsExactly(expected, within(1e-3));
  }

  @Property
  void shouldSumToTheStepsWeightsWhenSpread(
      @ForAll @IntRange(min = 1, max = 9) int perStep,
      @ForAll @IntRange(min = 1, max = 40) int frames) {
    Steps steps = new Steps(perStep);
    float[] weights = new float[steps.count(frames)];
    float[] sums = new float[weights.length];
    for (int s = 0; s < weights.length; s++) {
      weights[s] = 1f / (s + 1);
    }
    float[] spread = steps.spread(weights, frames);
    assertThat(spread).hasSize(frames);
    for (int t = 0; t < frames; t++) {
      sums[t / perStep] += spread[t];
    }
    assertThat(sums).containsExactly(weights, within(1e-5f));
  }

  @Example
  void shouldRefuseWhenAStepHasNoFrames() {
    assertThatThrownBy(() -> new Steps(0)).hasMessageContaining("frames per step is 0");
  }
}
