package org.emotionmonitor.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.ManifestReader;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshDrawsTest {

  private static final List<Recipe> RECIPES = List.of(Recipe.CLEAN, Recipe.VOICE);

  @TempDir Path folder;

  private Manifest manifest;
  private Path cacheFolder;
  private Path scratch;

  @BeforeEach
  void readManifest() {
    manifest = ManifestReader.read(SyntheticCorpus.write(folder, 2));
    cacheFolder = folder.resolve("cache");
    scratch = folder.resolve("run/fresh");
  }

  @Test
  void shouldDrawAnewInEveryEpochAndNeverKeepMoreThanTwoOnDisk() throws IOException {
    Set<Path> seen = new HashSet<>();
    try (FreshDraws draws = draws()) {
      for (int epoch = 1; epoch <= 5; epoch++) {
        List<Example> examples = draws.epoch(epoch);
        assertThat(examples).hasSize(20);
        assertThat(examples)
            .extracting(Example::utterance)
            .isEqualTo(manifest.labelled(Split.TRAIN));
        List<Path> fresh =
            examples.stream().map(Example::features).filter(f -> f.startsWith(scratch)).toList();
        assertThat(fresh).hasSize(10);
        assertThat(fresh).allMatch(f -> seen.add(f.getFileName()));
        examples.forEach(e -> assertThat(e.read()).hasSize(205 * e.frames()));
        try (Stream<Path> epochs = Files.list(scratch)) {
          assertThat(epochs.count()).isBetween(1L, 2L);
        }
      }
    }
    assertThat(scratch).doesNotExist();
  }

  @Test
  void shouldGoOnAsIfUndisturbedWhenStartedAtALaterEpoch() {
    List<float[]> whole = new ArrayList<>();
    try (FreshDraws draws = draws()) {
      draws.epoch(1);
      draws.epoch(2).forEach(e -> whole.add(e.read()));
    }
    try (FreshDraws draws = draws()) {
      List<Example> resumed = draws.epoch(2);
      for (int i = 0; i < resumed.size(); i++) {
        assertThat(resumed.get(i).read()).isEqualTo(whole.get(i));
      }
    }
  }

  @Test
  void shouldNameTheRowWhenARecordingBreaks() throws IOException {
    try (FreshDraws draws = draws()) {
      draws.epoch(1);
      Files.writeString(folder.resolve("s1-neutral-0.wav"), "no audio");
      assertThatThrownBy(
              () -> {
                for (int epoch = 2; epoch <= 4; epoch++) {
                  draws.epoch(epoch);
                }
              })
          .isInstanceOf(TrainerException.class)
          .hasMessageContainingAll("manifest row 6", "s1-neutral-0.wav");
    }
  }

  private FreshDraws draws() {
    FeatureCache cache = new FeatureCache(cacheFolder, Thresholds.DEFAULT, 2);
    return new FreshDraws(cache, scratch, manifest.labelled(Split.TRAIN), RECIPES, 7);
  }
}
