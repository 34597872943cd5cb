package org.emotionmonitor.onnx.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.platform.Fp16Conversions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfFloatTest {

  @ParameterizedTest
  @ValueSource(
      floats = {
        0f,
        -0f,
        1f,
        -2.5f,
        65_504f,
        65_519f,
        65_520f,
        1e9f,
        6.1e-5f,
        5.96e-8f,
        2.98e-8f,
        1e-12f,
        1.0004883f,
        1.0014648f,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY
      })
  void shouldRoundAsOnnxRuntimeDoes(float value) {
    assertThat(HalfFloat.of(value)).isEqualTo(Fp16Conversions.floatToFp16(value));
  }

  @Test
  void shouldRoundAnyNumberAsOnnxRuntimeDoes() {
    Random random = new Random(5);
    for (int i = 0; i < 200_000; i++) {
      float value = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(13) - 8));
      assertThat(HalfFloat.of(value)).as("%s", value).isEqualTo(Fp16Conversions.floatToFp16(value));
    }
  }

  @Test
  void shouldStayNoNumberWhenNoNumber() {
    assertThat(HalfFloat.of(Float.NaN) & 0x7FFF).isGreaterThan(0x7C00);
  }
}
