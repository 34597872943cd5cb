package org.emotionmonitor.trainer.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakerSplitTest {

  private static final Shares USUAL = Shares.parse("70/15/15");

  @Property(tries = 100)
  void shouldGiveEverySpeakerOneSplitWhateverTheOrderOfFiles(
      @ForAll @IntRange(min = 1, max = 100) int speakers, @ForAll long seed) {
    List<Recording> recordings = recordings(speakers);
    Map<String, Split> splits = SpeakerSplit.of(recordings, seed).splits(USUAL);
    Collections.shuffle(recordings, new Random(1));
    assertThat(SpeakerSplit.of(recordings, seed).splits(USUAL)).isEqualTo(splits);
    assertThat(splits).hasSize(speakers).containsValue(Split.TRAIN);
    assertThat(splits.containsValue(Split.TEST)).isEqualTo(speakers >= 2);
    assertThat(splits.containsValue(Split.DEV)).isEqualTo(speakers >= 3);
  }

  @Property(tries = 50)
  void shouldMakeFoldsOfAboutTheSameSize(
      @ForAll @IntRange(min = 2, max = 10) int folds, @ForAll long seed) {
    Map<String, Integer> numbers = SpeakerSplit.of(recordings(24), seed).folds(folds);
    for (int fold = 1; fold <= folds; fold++) {
      assertThat(Collections.frequency(numbers.values(), fold))
          .isBetween(24 / folds, (24 + folds - 1) / folds);
    }
  }

  @Test
  void shouldTakeWomenAndMenInTurn() {
    Map<String, Split> splits = SpeakerSplit.of(recordings(24), 3).splits(USUAL);
    assertThat(splits.values().stream().filter(s -> s == Split.TEST)).hasSize(4);
    assertThat(
            splits.entrySet().stream()
                .filter(e -> e.getValue() == Split.TEST && number(e.getKey()) % 2 == 0))
        .hasSize(2);
  }

  @Test
  void shouldPutAllInOneSplitWhenItsShareIsAll() {
    assertThat(SpeakerSplit.of(recordings(5), 3).splits(Shares.parse("0/0/1")))
        .hasSize(5)
        .doesNotContainValue(Split.TRAIN)
        .doesNotContainValue(Split.DEV);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "70", "70/30", "a/b/c", "70/15/-15", "0/0/0", "1/1/1/1", "NaN/1/1"})
  void shouldTellWhenSharesAreWrong(String text) {
    assertThatThrownBy(() -> Shares.parse(text))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll("\"" + text + "\"", "70/15/15");
  }

  private static int number(String speaker) {
    return Integer.parseInt(speaker.substring(1));
  }

  private static List<Recording> recordings(int speakers) {
    List<Recording> recordings = new ArrayList<>();
    for (int i = 0; i < 2 * speakers; i++) {
      int speaker = i / 2;
      recordings.add(
          Recording.of(
              Path.of(i + ".wav"),
              "s" + speaker,
              speaker % 2 == 0 ? "F" : "M",
              "sad",
              "",
              "",
              OptionalInt.empty()));
    }
    return recordings;
  }
}
