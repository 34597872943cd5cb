package org.emotionmonitor.trainer.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.Manifest;
import org.emotionmonitor.trainer.corpus.ManifestReader;
import org.emotionmonitor.trainer.corpus.MappingReader;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.corpus.Utterance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of corpora in, a manifest out that the trainer reads. */
class CorporaTest {

  @TempDir Path folder;

  private Path manifest;
  private final Map<String, Path> folders = new LinkedHashMap<>();

  @BeforeEach
  void publish() {
    manifest = folder.resolve("out/manifest.csv");
    Published ravdess = new Published(folder.resolve("ravdess"));
    for (int actor = 1; actor <= 4; actor++) {
      for (int emotion = 1; emotion <= 8; emotion++) {
        ravdess.voice("Actor_0%1$d/03-01-0%2$d-01-01-01-0%1$d.wav".formatted(actor, emotion));
      }
    }
    folders.put("ravdess", ravdess.folder());
    folders.put(
        "savee",
        new Published(folder.resolve("savee"))
            .voice("DC/a01.wav", "JE/sa02.wav", "JK/n30.wav", "KL/h01.wav")
            .folder());
    folders.put("emodb", new Published(folder.resolve("emodb")).voice("wav/03a01Fa.wav").folder());
  }

  @Test
  void shouldWriteAManifestThatTheTrainerReads() {
    String told = prepare("product", 0);
    Manifest read = ManifestReader.read(manifest).requireTrainable();
    assertThat(read.utterances()).hasSize(37);
    Utterance calm = read.utterances().get(1);
    assertThat(calm.emotionOriginal()).isEqualTo("calm");
    assertThat(read.labels().name(calm.emotion().getAsInt())).isEqualTo("friendly");
    assertThat(calm.language()).isEqualTo("en");
    assertThat(calm.syllables()).isEqualTo(7);
    assertThat(calm.speechSeconds()).isEqualTo(1, Offset.offset(0.1));
    assertThat(calm.activeLevelDb()).isBetween(-25.0, -10.0);
    assertThat(read.utterances().get(5).emotion()).isEmpty();
    assertThat(told)
        .contains("ravdess: 32 recordings", "4 speakers", "test      8 recordings of 1 speakers")
        .contains("no class 2", "manifest.csv written: 37 recordings");
  }

  @Test
  void shouldCountSyllablesInTheSignalWhenTheTextIsUnknown() {
    prepare("product", 0);
    Utterance savee = only("savee").get(0);
    assertThat(savee.syllables() / savee.speechSeconds()).isEqualTo(4, Offset.offset(0.7));
    assertThat(savee.activeLevelDb()).isFinite();
  }

  @Test
  void shouldLeaveTheLevelOutWhenTheCorpusWasNormalised() {
    prepare("product", 0);
    assertThat(only("emodb"))
        .singleElement()
        .extracting(Utterance::activeLevelDb)
        .isEqualTo(Double.NaN);
  }

  @Test
  void shouldMakeFoldsBySpeaker() {
    prepare("product", 4);
    Manifest own = ManifestReader.read(manifest, Optional.of(MappingReader.read("ravdess")));
    assertThat(own.labels().size()).isEqualTo(8);
    assertThat(own.folds()).containsExactly(1, 2, 3, 4);
    assertThat(own.fold(2).requireTrainable().corpora(Split.TRAIN)).containsExactly("ravdess");
  }

  @Test
  void shouldWriteTheSameWhenRunAgain() throws IOException {
    prepare("product", 3);
    String first = Files.readString(manifest);
    prepare("product", 3);
    assertThat(Files.readString(manifest)).isEqualTo(first);
  }

  @Test
  void shouldNameTheFileAndTheRemedyWhenItIsNoAudio() throws IOException {
    Path file = folders.get("ravdess").resolve("Actor_02/03-01-05-01-01-01-02.wav");
    Files.writeString(file, "version https://git-lfs.github.com/spec/v1");
    assertThatThrownBy(() -> prepare("product", 0))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll(
            "ravdess: file", file.toString(), "neither WAV nor FLAC", "unpack");
    assertThat(manifest).doesNotExist();
  }

  @Test
  void shouldTellWhenFoldsAreWrong() {
    assertThatThrownBy(() -> prepare("product", 1))
        .isInstanceOf(TrainerException.class)
        .hasMessageContaining("--folds 1");
  }

  private List<Utterance> only(String corpus) {
    return ManifestReader.read(manifest).utterances().stream()
        .filter(u -> u.corpus().equals(corpus))
        .toList();
  }

  private String prepare(String mapping, int folds) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    Corpora.prepare(
        folders,
        MappingReader.read(mapping),
        "70/15/15",
        folds,
        1,
        2,
        manifest,
        new PrintStream(told, true, StandardCharsets.UTF_8));
    return told.toString(StandardCharsets.UTF_8);
  }
}
