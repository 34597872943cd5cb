package org.emotionmonitor.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.emotionmonitor.trainer.testing.Voice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStretchTest {

  private static final int RATE = 22_050;

  @ParameterizedTest
  @CsvSource({
    "8000, 0.7",
    "8000, 1.3",
    "16000, 0.7",
    "16000, 0.9",
    "16000, 1.3",
    "22050, 0.7",
    "22050, 1.1",
    "22050, 1.3",
    "48000, 0.7",
    "48000, 1.3"
  })
  void shouldChangeLengthButNeitherPitchNorLevel(int rate, double tempo) {
    Clip clip = clip(180, rate);
    Clip made = TimeStretch.of(clip, tempo);
    double[] before = Voice.bounds(clip.samples(), rate);
    double[] after = Voice.bounds(made.samples(), rate);
    assertThat(made.seconds()).isEqualTo(clip.seconds() / tempo, Offset.offset(0.001));
    assertThat(after[0]).isEqualTo(before[0] / tempo, Offset.offset(0.015));
    assertThat(after[1]).isEqualTo(before[1] / tempo, Offset.offset(0.015));
    assertThat(Voice.cents(180, Voice.pitch(made.samples(), rate))).isBetween(-8.0, 8.0);
    assertThat(Decibels.rms(made.samples()))
        .isEqualTo(Decibels.rms(clip.samples()), Offset.offset(0.3));
  }

  @Property(tries = 20)
  void shouldRemeasureTheRate(@ForAll @DoubleRange(min = 0.7, max = 1.3) double tempo) {
    Clip made = TimeStretch.of(clip(180, RATE), tempo);
    assertThat(made.syllablesPerSecond()).isEqualTo(4 * tempo, Offset.offset(1e-9));
    assertThat(made.activeLevelDb())
        .isEqualTo(SpeechLevel.of(made.samples(), RATE), Offset.offset(1e-9));
  }

  private static Clip clip(double pitch, int rate) {
    return new Clip(Voice.of(pitch, 2, rate), rate, 8, 2, -20);
  }
}
