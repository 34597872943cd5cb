package org.emotionmonitor.onnx.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelWeightsTest {

  private final ModelWeights good = RandomWeights.of(1, 2);

  @Test
  void shouldKnowItsSizesWhenItsPartsFit() {
    assertThat(good.features()).isEqualTo(205);
    assertThat(good.layers().get(0).output()).isEqualTo(4);
    assertThat(good.attention().input()).isEqualTo(4);
    assertThat(good.attention().units()).isEqualTo(4);
    assertThat(good.emotion().input()).isEqualTo(4);
    assertThat(good.emotion().classes()).isEqualTo(5);
  }

  @Test
  void shouldNameArrayAndShapeWhenASizeIsWrong() {
    Direction d = good.layers().get(0).forward();
    refused(
        () -> new Lstm(205, 2, d, new Direction(new float[7], d.r(), d.b())),
        "LSTM backward w holds 7 numbers, expected 1640 (4 x hidden 2 x input 205)");
    refused(
        () -> new Lstm(205, 2, new Direction(d.w(), new float[15], d.b()), d),
        "LSTM forward r holds 15 numbers, expected 16 (4 x hidden 2 x hidden 2)");
    refused(
        () -> new Lstm(205, 2, new Direction(d.w(), d.r(), new float[16]), d),
        "LSTM forward b holds 16 numbers, expected 8 (4 x hidden 2)");
    refused(() -> new Lstm(0, 2, d, d), "LSTM input is 0, expected at least 1");
    refused(
        () -> new Attention(new float[6], new float[2], new float[3]),
        "attention v holds 3 numbers, expected 2 (units 2, as b)");
    refused(
        () -> new Attention(new float[7], new float[2], new float[2]),
        "attention w holds 7 numbers, expected 6 (input 3 x units 2)");
    refused(
        () -> new Head(new float[7], new float[3]),
        "head w holds 7 numbers, expected 6 (input 2 x classes 3)");
    refused(
        () -> new Head(new float[0], new float[3]),
        "head input (length of w / classes) is 0, expected at least 1");
  }

  @Test
  void shouldNameThePartsWhenTheyDoNotFitTogether() {
    Lstm wide = RandomWeights.of(1, 3).layers().get(1);
    refused(
        () -> with(good.layers().get(0), wide),
        "layer 2 input: 6, expected 4 (2 x hidden of layer 1)");
    refused(
        () -> with(good.layers().get(1), good.layers().get(1)),
        "layer 1 input: 4, expected 205 (features)");
    refused(
        () -> with(good.layers().get(0), RandomWeights.of(1, 2).layers().get(0)),
        "layer 2 input: 205, expected 4");
  }

  @Test
  void shouldNameTheValueWhenItIsNotUsable() {
    float[] std = good.std().clone();
    std[3] = 0;
    refused(() -> with(std, 1), "std[3] is 0.0, expected above 0: use 1 for a feature");
    std[3] = Float.NaN;
    refused(() -> with(std, 1), "std[3] is NaN; a model is only written from finite weights");
    for (float temperature : List.of(0f, -1f, Float.NaN, Float.POSITIVE_INFINITY)) {
      refused(
          () -> with(good.std(), temperature),
          "temperature is " + temperature + ", expected a finite number above 0");
    }
  }

  private ModelWeights with(Lstm layer1, Lstm layer2) {
    return new ModelWeights(
        good.mean(),
        good.std(),
        layer1,
        layer2,
        good.attention(),
        good.emotion(),
        good.rate(),
        good.volume(),
        1);
  }

  private ModelWeights with(float[] std, float temperature) {
    return new ModelWeights(
        good.mean(),
        std,
        good.layers().get(0),
        good.layers().get(1),
        good.attention(),
        good.emotion(),
        good.rate(),
        good.volume(),
        temperature);
  }

  private static void refused(Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
