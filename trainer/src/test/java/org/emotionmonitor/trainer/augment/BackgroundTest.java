package org.emotionmonitor.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.testing.SyntheticCorpus;
import org.emotionmonitor.trainer.testing.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundTest {

  private static final int RATE = 16_000;

  @TempDir Path folder;

  private final Clip clip = new Clip(Voice.of(180, 2, RATE), RATE, 8, 2, -20);

  @ParameterizedTest
  @ValueSource(doubles = {20, 10, 5})
  void shouldMixAtTheAskedRatioToTheSpeech(double snr) {
    Clip noisy = Noise.behind(clip, Background.generated(), snr, new Random(1));
    float[] noise = noisy.samples().clone();
    for (int i = 0; i < noise.length; i++) {
      noise[i] -= clip.samples()[i];
    }
    assertThat(SpeechLevel.of(clip.samples(), RATE) - Decibels.rms(noise))
        .isEqualTo(snr, Offset.offset(0.1));
    assertThat(noisy.activeLevelDb()).isEqualTo(clip.activeLevelDb());
  }

  @Test
  void shouldDrawTheSameForTheSameSeedFromAFolder() throws IOException {
    Files.createDirectories(folder.resolve("hold"));
    SyntheticCorpus.wav(folder.resolve("hold/music.wav"), Voice.of(440, 3, 8_000), 8_000);
    SyntheticCorpus.wav(folder.resolve("rain.WAV"), Voice.of(90, 1, 44_100), 44_100);
    Files.writeString(folder.resolve("README.txt"), "not audio");
    BackgroundFolder background = BackgroundFolder.open(folder);
    float[] one = background.draw(5 * RATE, RATE, new Random(4));
    assertThat(one).hasSize(5 * RATE).isEqualTo(background.draw(5 * RATE, RATE, new Random(4)));
    assertThat(one).isNotEqualTo(background.draw(5 * RATE, RATE, new Random(5)));
    assertThat(Decibels.rms(one)).isGreaterThan(-40);
    assertThat(background.id()).contains("music.wav", "rain.WAV").doesNotContain("README");
  }

  @Test
  void shouldKeepThePitchOfMusicAtAnotherRate() {
    SyntheticCorpus.wav(folder.resolve("music.wav"), Voice.of(440, 3, 8_000), 8_000);
    float[] drawn = BackgroundFolder.open(folder).draw(2 * 22_050, 22_050, new Random(4));
    assertThat(Voice.pitch(drawn, 22_050)).isEqualTo(440, Offset.offset(2.0));
  }

  @Test
  void shouldTellWhenTheFolderHasNoAudio() {
    assertThatThrownBy(() -> BackgroundFolder.open(folder))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll(folder.toString(), "no .wav or .flac");
    assertThatThrownBy(() -> BackgroundFolder.open(folder.resolve("none")))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll("none", "--noise");
  }

  @Test
  void shouldNameTheFileWhenItIsBroken() throws IOException {
    Files.writeString(folder.resolve("bad.wav"), "no audio");
    BackgroundFolder background = BackgroundFolder.open(folder);
    assertThatThrownBy(() -> background.draw(100, RATE, new Random(1)))
        .isInstanceOf(TrainerException.class)
        .hasMessageContainingAll("bad.wav", "--noise");
  }
}
