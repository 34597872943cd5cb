package org.emotionmonitor.trainer.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.MappingReader;
import org.emotionmonitor.trainer.corpus.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutsTest {

  @TempDir Path folder;

  private Published published;

  @BeforeEach
  void startEmpty() {
    published = new Published(folder);
  }

  @Test
  void shouldReadRavdess() {
    published.voice(
        "Actor_12/03-01-06-01-02-01-12.wav",
        "Actor_01/03-01-05-02-01-02-01.wav",
        "copy/Actor_12/03-01-06-01-02-01-12.wav",
        "Actor_12/03-02-06-01-02-01-12.wav");
    List<Recording> found = find("ravdess");
    assertThat(found).hasSize(2);
    assertRecording(found.get(0), "R01", "M", "angry", "strong", "kids-02", 7);
    assertRecording(found.get(1), "R12", "F", "fearful", "normal", "dogs-01", 7);
  }

  @Test
  void shouldReadEmodb() {
    published.voice("wav/03a01Fa.wav", "wav/16b10Lb.wav", "wav/13a04N.wav");
    List<Recording> found = find("emodb");
    assertRecording(found.get(0), "B03", "M", "happiness", "", "a01-a", 8);
    assertRecording(found.get(1), "B13", "F", "neutral", "", "a04", 11);
    assertRecording(found.get(2), "B16", "F", "boredom", "", "b10-b", 14);
    assertThat(found).noneMatch(Recording::level);
  }

  @Test
  void shouldReadNemo() {
    published
        .voice("samples/KS0_surprised_10.wav", "samples/EB0_neutral_13.wav")
        .text(
            "data.tsv",
            "file_id\temotion\traw_text\tnormalized_text\tspeaker_id\tgender\tage",
            "EB0_neutral_13.wav\tneutral\tInteresuje mnie historia Polski.\tinteresuje mnie"
                + " historia polski\t        EB0\tfemale\t27",
            "KS0_surprised_10.wav\tsurprised\tKupiłem nową szafę \"do sypialni.\tkupiłem nową szafę"
                + " do sypialni\t        KS0\tmale\t23");
    List<Recording> found = find("nemo");
    assertRecording(found.get(0), "NEB0", "F", "neutral", "", "13", 11);
    assertRecording(found.get(1), "NKS0", "M", "surprised", "", "10", 11);
  }

  @Test
  void shouldNameTheFileWhenNemoHasNoTextOfIt() {
    published
        .voice("samples/KS0_surprised_10.wav")
        .text("data.tsv", "file_id\temotion\traw_text\tnormalized_text\tspeaker_id\tgender\tage");
    assertFails("nemo", "data.tsv has no row", "KS0_surprised_10.wav");
  }

  @Test
  void shouldReadCremaD() {
    published
        .voice("AudioWAV/1001_DFA_ANG_XX.wav", "AudioWAV/1002_IEO_HAP_LO.wav")
        .voice("AudioWAV/1040_ITH_SAD_X.wav")
        .text(
            "VideoDemographics.csv",
            "\"ActorID\",\"Age\",\"Sex\",\"Race\",\"Ethnicity\"",
            "1001,51,\"Male\",\"Caucasian\",\"Not Hispanic\"",
            "1002,21,\"Female\",\"Caucasian\",\"Not Hispanic\"",
            "1040,42,\"Male\",\"Caucasian\",\"Not Hispanic\"");
    List<Recording> found = find("crema-d");
    assertRecording(found.get(0), "C1001", "M", "anger", "", "DFA", 6);
    assertRecording(found.get(1), "C1002", "F", "happy", "low", "IEO", 6);
    assertRecording(found.get(2), "C1040", "M", "sad", "", "ITH", 10);
  }

  @Test
  void shouldTellWhenCremaDLacksTheActors() {
    published.voice("AudioWAV/1001_DFA_ANG_XX.wav");
    assertFails("crema-d", "there is no", "VideoDemographics.csv", "git-lfs");
  }

  @Test
  void shouldReadTess() {
    published.voice(
        "OAF_angry/OAF_back_angry.wav",
        "YAF_pleasant_surprised/YAF_back_ps.wav",
        "OAF_neutral/OA_bite_neutral.wav");
    List<Recording> found = find("tess");
    assertRecording(found.get(0), "TOAF", "F", "angry", "", "back", 4);
    assertRecording(found.get(1), "TOAF", "F", "neutral", "", "bite", 4);
    assertRecording(found.get(2), "TYAF", "F", "pleasant surprise", "", "back", 4);
  }

  @Test
  void shouldReadSaveeInBothItsLayouts() {
    published.voice(
        "AudioData/DC/sa01.wav", "AudioData/KL/a15.wav", "ALL/JE_su03.wav", "AudioData/XX/a01.wav");
    List<Recording> found = find("savee");
    assertThat(found).hasSize(3);
    assertThat(found).extracting(Recording::speaker).containsExactly("SJE", "SDC", "SKL");
    assertThat(found)
        .extracting(Recording::emotion)
        .containsExactly("surprise", "sadness", "anger");
    assertThat(found).allMatch(r -> r.syllables().isEmpty() && r.sex().equals("M"));
  }

  @Test
  void shouldReadStyletalk() {
    published
        .text(
            "train.csv", Published.STYLETALK_HEADER, Published.turn("book_1", 2, "sad", "friendly"))
        .text(
            "eval.csv",
            Published.STYLETALK_HEADER,
            Published.turn("book_269", 0, "hopeful", "unfriendly"))
        .voice("audio/book_1/c_2.wav", "audio/book_1/r_2.wav")
        .voice("audio/book_269/c_0.wav", "audio/book_269/r_0.wav");
    List<Recording> found = find("styletalk");
    assertThat(found).hasSize(4);
    assertRecording(found.get(0), "Lbook_1", "", "sad", "", "", 3);
    assertRecording(found.get(3), "Lbook_269", "", "unfriendly", "", "", 2);
    assertThat(found.get(0).split()).isEmpty();
    assertThat(found.get(2).split()).contains(Split.TEST);
  }

  @Test
  void shouldSayWhatToGetAndWhatThereIsWhenStyletalksAudioIsMissing() {
    published
        .text("train.csv", Published.STYLETALK_HEADER)
        .text(
            "eval.csv",
            Published.STYLETALK_HEADER,
            Published.turn("a_1", 0, "hopeful", "unfriendly"),
            Published.turn("a_1", 1, "cheerful", "excited"),
            Published.turn("a_2", 0, "neutral", "friendly"))
        .voice("audio/a_1/c_0.wav");
    assertFails(
        "styletalk",
        "5 of 6 audio files are missing, the first is",
        "r_0.wav",
        "README links to",
        "eval.csv 6 utterances {cheerful=3, friendly=1, neutral=1, unfriendly=1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ravdess", "emodb", "tess", "savee", "nemo", "crema-d", "styletalk"})
  void shouldSayWhatToGetWhenTheFolderHasNothingOfTheCorpus(String corpus) {
    assertFails(corpus, corpus + ": ", folder.toString(), Layouts.of(corpus).source());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ravdess", "emodb", "tess", "savee", "nemo", "crema-d", "styletalk"})
  void shouldHaveMappingsForEveryCorpus(String corpus) {
    assertThat(MappingReader.read("product").covers(corpus)).isTrue();
    assertThat(MappingReader.read(corpus).covers(corpus)).isTrue();
  }

  @Test
  void shouldListTheKnownCorporaWhenOneIsUnknown() {
    assertFails("iemocap", "unknown corpus \"iemocap\"", "ravdess, emodb");
  }

  private List<Recording> find(String corpus) {
    return Layouts.of(corpus).find(folder);
  }

  private void assertFails(String corpus, String... parts) {
    assertThatThrownBy(() -> find(corpus))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll(parts);
  }

  private static void assertRecording(
      Recording r,
      String speaker,
      String sex,
      String emotion,
      String intensity,
      String sentence,
      int syllables) {
    assertThat(r.speaker()).isEqualTo(speaker);
    assertThat(r.sex()).isEqualTo(sex);
    assertThat(r.emotion()).isEqualTo(emotion);
    assertThat(r.intensity()).isEqualTo(intensity);
    assertThat(r.sentence()).isEqualTo(sentence);
    assertThat(r.syllables()).hasValue(syllables);
  }
}
