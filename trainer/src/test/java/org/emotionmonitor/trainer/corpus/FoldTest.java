package org.emotionmonitor.trainer.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manifest with folds and the corpus' own emotions. */
class FoldTest {

  @TempDir Path folder;

  private final List<String> rows =
      new ArrayList<>(List.of(SyntheticCorpus.HEADER + ",emotion_original,fold"));

  @BeforeEach
  void writeAManifest() throws IOException {
    Files.createFile(folder.resolve("a.wav"));
    for (int actor = 1; actor <= 3; actor++) {
      for (String emotion : List.of("calm", "fearful", "happy")) {
        rows.add("a.wav,ravdess,en,s" + actor + ",F,,,,,train," + emotion + "," + actor);
      }
    }
    rows.add("a.wav,emodb,de,b1,F,,,,,dev,anger,");
  }

  @Test
  void shouldMakeTestAndDevOfTwoFoldsAndTrainOfTheRest() {
    Manifest manifest = read("ravdess");
    assertThat(manifest.folds()).containsExactly(1, 2, 3);
    Manifest turn = manifest.fold(3);
    assertThat(turn.labelled(Split.TEST)).extracting(Utterance::speaker).containsOnly("s3");
    assertThat(turn.labelled(Split.DEV)).extracting(Utterance::speaker).containsOnly("s1");
    assertThat(turn.labelled(Split.TRAIN)).extracting(Utterance::speaker).containsOnly("s2");
    assertThat(turn.utterances()).extracting(Utterance::corpus).containsOnly("ravdess");
  }

  @Test
  void shouldUseTheOriginalEmotionsAsClassesWhenAMappingSaysSo() {
    Manifest manifest = read("ravdess");
    assertThat(manifest.labels().size()).isEqualTo(8);
    Utterance second = manifest.utterances().get(1);
    assertThat(second.emotionOriginal()).isEqualTo("fearful");
    assertThat(manifest.labels().name(second.emotion().getAsInt())).isEqualTo("fearful");
    assertThat(manifest.utterances().get(9).emotion()).isEmpty();
  }

  @Test
  void shouldMergeTheOriginalEmotionsWhenTheMappingIsTheProducts() {
    Manifest manifest = read("product");
    assertThat(manifest.labels().isProduct()).isTrue();
    assertThat(manifest.utterances().get(0).emotion()).hasValue(1);
    assertThat(manifest.utterances().get(1).emotion()).isEmpty();
  }

  @Test
  void shouldNameTheFoldsWhenThereIsNoSuchFold() {
    assertThatThrownBy(() -> read("ravdess").fold(4))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll("[1, 2, 3]", "fold 4");
  }

  @Test
  void shouldNameBothRowsWhenASpeakerIsInTwoFolds() {
    rows.set(3, rows.get(3).replace(",happy,1", ",happy,2"));
    assertFails("row 4", "\"s1\" is in fold 2, but in 1 in row 2");
  }

  @Test
  void shouldNameTheRowWhenAFoldIsNoWholeNumber() {
    rows.set(2, rows.get(2).replace("fearful,1", "fearful,one"));
    assertFails("row 3", "column fold is \"one\"");
  }

  @Test
  void shouldNameTheRowWhenTheMappingLacksAnEmotion() {
    rows.set(2, rows.get(2).replace("fearful", "grumpy"));
    assertFails("row 3", "column emotion_original", "\"grumpy\" of corpus ravdess");
  }

  @Test
  void shouldNameTheColumnWhenAMappingNeedsIt() {
    rows.set(0, rows.get(0).replace("emotion_original", "other"));
    assertFails("no column emotion_original", "it needs file, corpus");
  }

  private Manifest read(String mapping) {
    return ManifestReader.read(
        SyntheticCorpus.manifest(folder, rows), Optional.of(MappingReader.read(mapping)));
  }

  private void assertFails(String... parts) {
    assertThatThrownBy(() -> read("ravdess"))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll(parts);
  }
}
