package org.emotionmonitor.trainer.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kids are talking by the door | 7",
        "It's eleven o'clock | 6",
        "That is exactly what happened | 8",
        "I'm on my way to the meeting | 8",
        "I wonder what this is about | 8",
        "The airplane is almost full | 7",
        "Maybe tomorrow it will be cold | 9",
        "I would like a new alarm clock | 8",
        "I think I have a doctor's appointment | 10",
        "Don't forget a jacket | 6",
        "I think I've seen this before | 7",
        "The surface is slick | 5",
        "We'll stop in a couple of minutes | 9",
        "She had your dark suit in greasy wash water all year | 13",
        "I didn't finish the little table | 10",
        "Say the word back | 4",
        "It wanted noises and places | 8",
        "He loved the science of lions | 8"
      })
  void shouldCountEnglish(String text, int syllables) {
    assertThat(Syllables.english(text)).isEqualTo(syllables);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lubię czytać przed snem. | 6",
        "Kupiłem nową szafę do sypialni. | 11",
        "Nie zachowuj się jak żigolak. | 9",
        "Mój teść zawsze służy radą. | 8",
        "Interesuje mnie historia Polski. | 11",
        "Nie waśńmy się ze sobą. | 7",
        "Zima to czas jeżdżenia na sankach. | 10"
      })
  void shouldCountPolish(String text, int syllables) {
    assertThat(Syllables.polish(text)).isEqualTo(syllables);
  }
}
