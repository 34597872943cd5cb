package org.emotionmonitor.trainer.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestReaderTest {

  @TempDir Path folder;

  private final List<String> rows = new ArrayList<>();

  @BeforeEach
  void writeAGoodManifest() throws IOException {
    rows.add(SyntheticCorpus.HEADER);
    for (Emotion emotion : Emotion.values()) {
      rows.add("a.wav,c,en,s1,F," + emotion.label() + ",5,1.25,-26.5,train");
    }
    rows.add("a.wav,c,en,s2,M,,,,,train");
    rows.add("a.wav,c,en,s3,M,sad,4,1,,dev");
    Files.createFile(folder.resolve("a.wav"));
  }

  @Test
  void shouldReadRowsWithEmptyLabelAndMeasurements() {
    Manifest manifest = read();
    assertThat(manifest.utterances()).hasSize(7);
    assertThat(manifest.labelled(Split.TRAIN)).hasSize(5);
    assertThat(manifest.labelled(Split.DEV)).hasSize(1);
    assertThat(manifest.corpora(Split.TRAIN)).containsExactly("c");
    Utterance first = manifest.utterances().get(0);
    assertThat(first.row()).isEqualTo(2);
    assertThat(first.emotion()).hasValue(0);
    assertThat(first.activeLevelDb()).isEqualTo(-26.5);
    Utterance unlabelled = manifest.utterances().get(5);
    assertThat(unlabelled.emotion()).isEmpty();
    assertThat(unlabelled.syllables()).isNaN();
  }

  @Test
  void shouldNameTheRowWhenAFileIsMissing() {
    rows.set(3, rows.get(3).replace("a.wav", "gone.wav"));
    assertFails("row 4", "gone.wav", "does not exist");
  }

  @Test
  void shouldNameTheRowWhenALabelIsUnknown() {
    rows.set(2, rows.get(2).replace("friendly", "grumpy"));
    assertFails("row 3", "column label", "grumpy", "cheerful, friendly");
  }

  @Test
  void shouldNameTheRowWhenASplitIsUnknown() {
    rows.set(2, rows.get(2).replace("train", "trian"));
    assertFails("row 3", "column split", "trian");
  }

  @Test
  void shouldNameBothRowsWhenASpeakerIsInTwoSplits() {
    rows.set(7, rows.get(7).replace("s3", "s1"));
    assertFails("row 8", "speaker \"s1\"", "dev", "train in row 2");
  }

  @Test
  void shouldNameTheClassWhenItIsEmpty() {
    rows.remove(2);
    assertThatThrownBy(() -> read().requireTrainable())
        .isInstanceOf(TrainerException.class)
        .hasMessageContaining("no row with label \"friendly\" in split train");
  }

  @Test
  void shouldNameTheRowWhenAMeasurementIsNoPositiveNumber() {
    rows.set(1, rows.get(1).replace("1.25", "-1"));
    assertFails("row 2", "speech_s", "\"-1\"", "positive number");
    rows.set(1, rows.get(1).replace("-1,", "fast,"));
    assertFails("row 2", "speech_s", "\"fast\"");
  }

  @Test
  void shouldNameTheColumnWhenItIsMissing() {
    rows.set(0, rows.get(0).replace("syllables", "syl"));
    assertFails("no column syllables");
  }

  @Test
  void shouldAskForADevSplitWhenThereIsNone() {
    rows.remove(7);
    assertThatThrownBy(() -> read().requireTrainable())
        .isInstanceOf(TrainerException.class)
        .hasMessageContaining("split dev");
  }

  @Test
  void shouldNameTheRowWhenItHasTooFewFields() {
    rows.set(4, "a.wav,c");
    assertFails("row 5", "2 fields");
  }

  @Test
  void shouldSayWhenThereIsNoManifest() {
    assertThatThrownBy(() -> ManifestReader.read(folder.resolve("none.csv")))
        .isInstanceOf(TrainerException.class)
        .hasMessageContaining("none.csv is not a file");
  }

  private Manifest read() {
    return ManifestReader.read(SyntheticCorpus.manifest(folder, rows));
  }

  private void assertFails(String... parts) {
    assertThatThrownBy(this::read)
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll(parts);
  }
}
