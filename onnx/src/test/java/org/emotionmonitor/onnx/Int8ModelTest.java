package org.emotionmonitor.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.Arrays;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.export.GraphWriter;
import org.emotionmonitor.onnx.export.ModelWeights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The int8 variant against the float32 one, in the size of the real model. */
class Int8ModelTest {

  /** Largest difference of a probability seen over random networks and windows: 0.007. */
  private static final float TOLERANCE = 0.02f;

  private static final int N = 3;
  private static final int T = 200;
  private static final int[] LENGTHS = {T, 60, 123};
  private static final float[] FEATURES = Models.features(11, N * T);

  private static byte[] fp32;
  private static byte[] int8;
  private static Scorer reference;
  private static Scorer scorer;

  @BeforeAll
  static void open() {
    ModelWeights weights = Models.weights(128);
    fp32 = GraphWriter.write(weights, Models.METADATA);
    int8 = GraphWriter.write(weights, Models.METADATA, Precision.INT8);
    reference = Models.open(fp32);
    scorer = Models.open(int8);
  }

  @AfterAll
  static void close() {
    reference.close();
    scorer.close();
  }

  @Test
  void shouldBeAThirdOfTheSizeWhenWritten() {
    assertThat(int8.length).isLessThan(fp32.length * 35 / 100);
  }

  @Test
  void shouldTellItsFormatByTheGraph() {
    assertThat(scorer.info().precision()).isEqualTo(Precision.INT8);
    assertThat(reference.info().precision()).isEqualTo(Precision.FP32);
    byte[] fp16 = GraphWriter.write(Models.weights(4), Models.METADATA, Precision.FP16);
    assertThat(LayerFormat.of(fp16)).isEqualTo(Precision.FP16);
    assertThat(LayerFormat.of(new byte[] {1, 2, 3})).isEqualTo(Precision.FP32);
  }

  @Test
  void shouldLieBesideTheFloatFile() {
    assertThat(Precision.INT8.beside(Path.of("a", "b.onnx")))
        .isEqualTo(Path.of("a", "b-int8.onnx"));
    assertThat(Precision.FP32.beside(Path.of("b"))).isEqualTo(Path.of("b.onnx"));
  }

  @Test
  void shouldBeCloseToFloatWhenScored() {
    Scores expected = reference.score(FEATURES, LENGTHS, N, T);
    Scores found = scorer.score(FEATURES, LENGTHS, N, T);

    for (int i = 0; i < N; i++) {
      close(found.emotion()[i], expected.emotion()[i], TOLERANCE);
      close(found.rate()[i], expected.rate()[i], TOLERANCE);
      close(found.volume()[i], expected.volume()[i], TOLERANCE);
      close(found.attention()[i], expected.attention()[i], TOLERANCE);
      assertThat(Arrays.copyOfRange(found.attention()[i], LENGTHS[i], T))
          .isEqualTo(new float[T - LENGTHS[i]]);
    }
  }

  @Test
  void shouldIgnorePaddingWhenAWindowIsScoredAlone() {
    int length = 60;
    float[] padded = Arrays.copyOf(FEATURES, T * FeatureSpec.FEATURES);
    Arrays.fill(padded, length * FeatureSpec.FEATURES, padded.length, 1e6f);

    Scores expected = scorer.score(FEATURES, new int[] {length}, 1, length);
    Scores found = scorer.score(padded, new int[] {length}, 1, T);

    close(found.emotion()[0], expected.emotion()[0], 1e-5f);
    close(found.attention()[0], Arrays.copyOf(expected.attention()[0], T), 1e-5f);
  }

  private static void close(float[] found, float[] expected, float tolerance) {
    assertThat(found).containsExactly(expected, offset(tolerance));
  }
}
