package org.emotionmonitor.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.ManifestReader;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.corpus.Thresholds;
import org.emotionmonitor.trainer.progress.Progress;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feature cache on a disk that is too small. */
class FullDiskTest {

  private static final long TOO_SMALL = 200_000;

  @TempDir Path folder;

  @Test
  void shouldNameTheRowAndTheRemedyWhenTheDiskIsFull() throws IOException {
    Manifest manifest = ManifestReader.read(SyntheticCorpus.write(folder, 2));
    Configuration small = Configuration.unix().toBuilder().setMaxSize(TOO_SMALL).build();
    try (FileSystem disk = Jimfs.newFileSystem(small)) {
      Path home = disk.getPath("/cache");
      FeatureCache cache = new FeatureCache(home, Thresholds.DEFAULT, 2);
      assertThatThrownBy(
              () ->
                  cache.examples(manifest.labelled(Split.TRAIN), Recipe.CLEAN, 1, Progress.none()))
          .isInstanceOf(TrainerException.class)
          .hasMessageContainingAll("manifest row ", ".wav", "cannot write /cache", "--cache");
      try (Stream<Path> left = Files.walk(home)) {
        // Half a file would be taken for a damaged one by the next run.
        assertThat(left.filter(Files::isRegularFile))
            .allSatisfy(f -> assertThat(FeatureFile.header(f).frames()).isPositive());
      }
    }
  }
}
