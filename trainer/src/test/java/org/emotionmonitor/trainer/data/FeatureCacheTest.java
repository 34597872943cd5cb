package org.emotionmonitor.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.ManifestReader;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.progress.Progress;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.dataset.MultiDataSet;

class FeatureCacheTest {

  @TempDir Path folder;

  private Manifest manifest;
  private FeatureCache cache;

  @BeforeEach
  void readManifest() {
    manifest = ManifestReader.read(SyntheticCorpus.write(folder, 2));
    cache = new FeatureCache(folder.resolve("cache"), Thresholds.DEFAULT, 2);
  }

  @Test
  void shouldComputeOnceAndReadAfterwards() throws IOException {
    List<Example> first = examples(Recipe.CLEAN, 1);
    FileTime old = FileTime.fromMillis(1_000);
    for (Example example : first) {
      Files.setLastModifiedTime(example.features(), old);
    }
    assertThat(examples(Recipe.CLEAN, 2)).isEqualTo(first);
    assertThat(first)
        .allSatisfy(e -> assertThat(Files.getLastModifiedTime(e.features())).isEqualTo(old));
  }

  @Test
  void shouldKeepTheManifestsOrderAndLabels() {
    List<Example> examples = examples(Recipe.CLEAN, 1);
    assertThat(examples).hasSize(20);
    assertThat(examples.get(0).emotion()).hasValue(0);
    assertThat(examples.get(0).volume()).isEmpty();
    assertThat(examples.get(1).volume()).isPresent();
    assertThat(examples.get(0).frames()).isBetween(45, 50);
  }

  @Test
  void shouldMissWhenSeedOrRecipeDiffer() {
    List<Example> one = examples(Recipe.CALL, 1);
    assertThat(examples(Recipe.CALL, 2).get(0).features()).isNotEqualTo(one.get(0).features());
    assertThat(examples(Recipe.VOICE, 1).get(0).features()).isNotEqualTo(one.get(0).features());
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void shouldTreatARecordingAlikeInEveryRunWhenTheRecipeIsACondition(Recipe condition) {
    assertThat(examples(condition, 2)).isEqualTo(examples(condition, 1));
  }

  static List<Recipe> conditions() {
    return Recipe.conditions();
  }

  @Test
  void shouldNameTheRowWhenARecordingIsBroken() throws IOException {
    Files.writeString(folder.resolve("s1-neutral-0.wav"), "no audio");
    assertThatThrownBy(() -> examples(Recipe.CLEAN, 1))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll("manifest row 6", "s1-neutral-0.wav");
  }

  @Test
  void shouldNameTheRowWhenARecordingIsTooShort() {
    SyntheticCorpus.wav(folder.resolve("s1-sad-1.wav"), new float[300], 16_000);
    assertThatThrownBy(() -> examples(Recipe.CLEAN, 1))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll("manifest row 9", "s1-sad-1.wav", "too short");
  }

  @Test
  void shouldSayWhatToDoWhenACacheFileIsDamaged() throws IOException {
    Path file = examples(Recipe.CLEAN, 1).get(0).features();
    Files.write(file, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> examples(Recipe.CLEAN, 1))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll(file.toString(), "delete it");
  }

  @Test
  void shouldReadBatchesWithMaskAndMissingLabels() {
    List<Example> examples = examples(Recipe.CLEAN, 1);
    Normalization normalization = Normalization.of(examples, Progress.none());
    MultiDataSet batch =
        new BatchReader(normalization, BatchFormat.of(5), new TrainingNoise(0.1, 0, 0))
            .readForTraining(examples.subList(0, 2), new Random(1));
    assertThat(batch.getFeatures(0).size(1)).isEqualTo(205);
    assertThat(batch.getFeaturesMaskArray(0).sumNumber().intValue())
        .isEqualTo(examples.get(0).frames() + examples.get(1).frames());
    assertThat(batch.getLabels(0).getRow(0).toFloatVector())
        .containsExactly(0.92f, 0.02f, 0.02f, 0.02f, 0.02f);
    assertThat(batch.getLabels(2).getRow(0).sumNumber().doubleValue()).isZero();
    assertThat(batch.getLabels(2).getRow(1).sumNumber().doubleValue()).isPositive();
  }

  @Test
  void shouldNormalizeToMeanZeroAndDeviationOne() {
    List<Example> examples = examples(Recipe.CLEAN, 1);
    Normalization normalization = Normalization.of(examples, Progress.none());
    double sum = 0;
    double squares = 0;
    int frames = 0;
    for (Example example : examples) {
      float[] features = example.read();
      for (int t = 0; t < example.frames(); t++) {
        float[] row = new float[205];
        normalization.apply(features, t, row, 0);
        sum += row[3];
        squares += (double) row[3] * row[3];
        frames++;
      }
    }
    assertThat(sum / frames).isBetween(-1e-3, 1e-3);
    assertThat(squares / frames).isBetween(0.999, 1.001);
  }

  private List<Example> examples(Recipe recipe, long seed) {
    return cache.examples(manifest.labelled(Split.TRAIN), recipe, seed, Progress.none());
  }
}
