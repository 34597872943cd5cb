package org.emotionmonitor.app.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.metrics.ReloadMetrics;
import org.emotionmonitor.onnx.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of changes of a model's files. */
class ModelReloadTest {

  @TempDir private Path folder;
  private final CollectorRegistry registry = new CollectorRegistry();
  private final List<OnnxModel> taken = new ArrayList<>();
  private Path file;

  @BeforeEach
  void write() {
    file = ModelFiles.write(folder.resolve("model.onnx"), 1);
  }

  @AfterEach
  void close() {
    taken.forEach(OnnxModel::close);
  }

  @Test
  void shouldLeaveTheModelAloneWhenNothingHasChanged() throws IOException {
    ModelWatch watch = watch("fp32");
    looks(watch, 3);
    ModelFiles.write(file, 1);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    looks(watch, 3);

    assertThat(taken).isEmpty();
    assertThat(reloads("loaded")).isZero();
    assertThat(reloads("refused")).isZero();
  }

  @Test
  void shouldOpenTheNewModelOnceWhenItsFileHasSettled() {
    ModelWatch watch = watch("fp32");
    ModelFiles.write(file, 2);
    watch.look();
    assertThat(taken).isEmpty();
    looks(watch, 3);

    assertThat(taken).hasSize(1);
    assertThat(taken.get(0).ref().version()).isEqualTo("2");
    assertThat(reloads("loaded")).isEqualTo(1);
  }

  @Test
  void shouldRefuseABadFileOnceAndTakeAGoodOneAfterIt() {
    ModelWatch watch = watch("fp32");
    byte[] good = ModelFiles.bytes(2, Precision.FP32, Map.of());
    byte[] damaged = good.clone();
    damaged[damaged.length / 2] ^= 0x40;
    ModelFiles.write(file, damaged);
    looks(watch, 4);
    assertThat(reloads("refused")).isEqualTo(1);
    ModelFiles.write(file, "no model".getBytes(StandardCharsets.UTF_8));
    looks(watch, 4);
    assertThat(reloads("refused")).isEqualTo(2);
    assertThat(taken).isEmpty();

    ModelFiles.write(file, good);
    looks(watch, 2);

    assertThat(taken).hasSize(1);
  }

  @Test
  void shouldGoOnWhenTheFileIsGoneAndKnowItAgain() throws IOException {
    ModelWatch watch = watch("fp32");
    Files.delete(file);
    looks(watch, 3);
    assertThat(reloads("refused")).isEqualTo(1);

    ModelFiles.write(file, 1);
    looks(watch, 3);

    assertThat(reloads("refused")).isEqualTo(1);
    assertThat(taken).isEmpty();
  }

  @Test
  void shouldWaitForBothFilesWhenInt8IsAskedFor() {
    ModelFiles.writeInt8(file, 1);
    ModelWatch watch = watch("int8");
    ModelFiles.write(file, 2);
    looks(watch, 2);
    assertThat(taken).isEmpty();
    assertThat(reloads("refused")).isEqualTo(1);

    ModelFiles.writeInt8(file, 2);
    looks(watch, 2);

    assertThat(taken).hasSize(1);
    assertThat(taken.get(0).precision()).isEqualTo(Precision.INT8);
    assertThat(taken.get(0).ref().version()).isEqualTo("2");
  }

  private ModelWatch watch(String precision) {
    Config config =
        Config.load(
            List.of(),
            Map.of(),
            List.of("scoring.precision=" + precision, "scoring.model=" + file));
    ModelSource source =
        new ModelSource(file, new ModelOpener(config.scoring(), config.scoring().precision()));
    source.open().close();
    return new ModelWatch(
        Duration.ofDays(1),
        List.of(new ModelWatch.Watched("live", source, taken::add)),
        new ReloadMetrics(registry));
  }

  private static void looks(ModelWatch watch, int count) {
    for (int i = 0; i < count; i++) {
      watch.look();
    }
  }

  private double reloads(String outcome) {
    return registry.getSampleValue(
        "emotion_monitor_model_reloads_total",
        new String[] {"model", "outcome"},
        new String[] {"live", outcome});
  }
}
