package org.emotionmonitor.app.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.ScoringConfig;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.onnx.ModelException;
import org.emotionmonitor.onnx.Precision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of a model's files is opened. */
class ModelOpenerTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file = ModelFiles.write(folder.resolve("model.onnx"), 1);
  }

  @Test
  void shouldTakeTheFileAsItIsWhenFp32() {
    Path int8 = ModelFiles.writeInt8(file, 1);

    assertThat(opened("fp32", file)).isEqualTo(Precision.FP32);
    assertThat(opened("fp32", int8)).isEqualTo(Precision.INT8);
    assertThat(opened("auto", int8)).isEqualTo(Precision.INT8);
  }

  @Test
  void shouldTakeTheFileBesideWhenInt8() {
    ModelFiles.writeInt8(file, 1);

    assertThat(opened("int8", file)).isEqualTo(Precision.INT8);
    assertThat(opened("int8", null)).isEqualTo(Precision.INT8);
  }

  @Test
  void shouldNameTheFileAndTheRemedyWhenThereIsNoInt8() {
    assertThatThrownBy(() -> opened("int8", file))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(folder.resolve("model-int8.onnx") + " does not exist")
        .hasMessageContaining("--precision fp32,int8")
        .hasMessageContaining("scoring.precision: fp32");
  }

  @Test
  void shouldGoOnInFp32WhenAutoFindsNoInt8() {
    assertThat(opened("auto", file)).isEqualTo(Precision.FP32);
  }

  @Test
  void shouldTakeWhatIsMeasuredWhenAuto() {
    ModelFiles.writeInt8(file, 1);
    ModelOpener opener = opener("auto");

    try (OnnxModel model = opener.open(opener.read(file))) {
      PrecisionTrial trial = opener.trial();
      assertThat(trial.fp32Ms()).isPositive();
      assertThat(trial.int8Ms()).isPositive();
      assertThat(model.precision()).isEqualTo(trial.gains() ? Precision.INT8 : Precision.FP32);
    }
  }

  @Test
  void shouldNotTakeAnInt8FileOfAnotherModel() {
    ModelFiles.writeInt8(file, 2);

    assertThat(opened("auto", file)).isEqualTo(Precision.FP32);
    assertThatThrownBy(() -> opened("int8", file))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("small 2 (")
        .hasMessageContaining("is no int8 file of small 1 (");
  }

  @Test
  void shouldSayInTheMetricsWhatItHasTaken() {
    Metrics metrics = Metrics.isolated();
    Config config = config("auto");

    try (ScoringService scoring = ScoringOpener.open(config, metrics)) {
      assertThat(
              metrics
                  .registry()
                  .getSampleValue(
                      "emotion_monitor_model_info",
                      new String[] {"name", "version", "sha256", "precision"},
                      new String[] {
                        scoring.model().name(),
                        scoring.model().version(),
                        scoring.model().sha256(),
                        scoring.precision().label()
                      }))
          .isEqualTo(1);
      for (String precision : List.of("fp32", "int8")) {
        assertThat(
                metrics
                    .registry()
                    .getSampleValue(
                        "emotion_monitor_precision_trial_window_seconds",
                        new String[] {"precision"},
                        new String[] {precision}))
            .isPositive();
      }
    }
  }

  @Test
  void shouldAskForAGainOfAFifth() {
    assertThat(new PrecisionTrial(10, 8, 16).gains()).isTrue();
    assertThat(new PrecisionTrial(10, 8.1, 16).gains()).isFalse();
    assertThat(new PrecisionTrial(10, 8.1, 16).describe())
        .contains("10.00 ms in fp32", "8.10 ms in int8", "batches of 16", "saves 19 %");
  }

  private static Precision opened(String precision, Path path) {
    ModelOpener opener = opener(precision);
    try (OnnxModel model = opener.open(opener.read(path))) {
      return model.precision();
    }
  }

  private static ModelOpener opener(String precision) {
    ScoringConfig scoring = config(precision).scoring();
    return new ModelOpener(scoring, scoring.precision());
  }

  private static Config config(String precision) {
    return Config.load(List.of(), Map.of(), List.of("scoring.precision=" + precision));
  }
}
