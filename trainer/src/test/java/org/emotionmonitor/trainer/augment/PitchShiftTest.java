package org.emotionmonitor.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.emotionmonitor.trainer.testing.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PitchShiftTest {

  @ParameterizedTest
  @CsvSource({
    "8000, -4",
    "8000, 4",
    "16000, -4",
    "16000, -1.5",
    "16000, 2.5",
    "22050, -4",
    "22050, 4",
    "48000, -4",
    "48000, 4"
  })
  void shouldChangePitchButNeitherTimesNorLevel(int rate, double semitones) {
    Clip clip = new Clip(Voice.of(180, 2, rate), rate, 8, 2, -20);
    Clip made = PitchShift.of(clip, semitones);
    double wanted = 180 * Math.pow(2, semitones / 12);
    assertThat(Voice.cents(wanted, Voice.pitch(made.samples(), rate))).isBetween(-5.0, 5.0);
    assertThat(made.samples()).hasSameSizeAs(clip.samples());
    double[] before = Voice.bounds(clip.samples(), rate);
    double[] after = Voice.bounds(made.samples(), rate);
    assertThat(after[0]).isEqualTo(before[0], Offset.offset(0.03));
    assertThat(after[1]).isEqualTo(before[1], Offset.offset(0.03));
    assertThat(Decibels.rms(made.samples()))
        .isEqualTo(Decibels.rms(clip.samples()), Offset.offset(0.01));
    assertThat(made.syllablesPerSecond()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"8000, -4", "16000, -2", "16000, 2", "22050, -2", "22050, 2", "22050, 4"})
  void shouldAddLittleBesideTheHarmonics(int rate, double semitones) {
    float[] voice = Voice.of(180, 2, rate);
    float[] made = PitchShift.of(new Clip(voice, rate, 8, 2, -20), semitones).samples();
    double shifted = 180 * Math.pow(2, semitones / 12);
    assertThat(Voice.harmonicToNoiseDb(made, shifted, rate)).isGreaterThan(30);
  }

  @Test
  void shouldLeaveSilenceAlone() {
    Clip silence = new Clip(new float[8_000], 8_000, 1, 1, -20);
    assertThat(PitchShift.of(silence, 3)).isEqualTo(silence);
  }

  @Test
  void shouldPrintNothing() {
    Clip loud = new Clip(Voice.of(180, 1, 16_000), 16_000, 8, 2, -20);
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream caught = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    System.setOut(caught);
    System.setErr(caught);
    try {
      PitchShift.of(TimeStretch.of(Level.ratio(loud, 5, 5, new Random(1)), 0.8), 4);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
