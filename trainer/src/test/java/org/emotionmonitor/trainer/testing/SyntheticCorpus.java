package org.emotionmonitor.trainer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.emotionmonitor.core.domain.Emotion;

/** Short harmonic tones with a manifest, one pitch per emotion: quick to make, easy to learn. */
public final class SyntheticCorpus {

  public static final String HEADER =
      "file,corpus,language,speaker,sex,label,syllables,speech_s,active_level_dbfs,split";

  private static final int RATE = 16_000;

  private SyntheticCorpus() {}

  /** Writes WAV files of two train speakers and a dev speaker; returns the manifest. */
  public static Path write(Path folder, int perEmotion) {
    List<String> rows = new ArrayList<>(List.of(HEADER));
    String[][] speakers = {{"s1", "train"}, {"s2", "train"}, {"s3", "dev"}};
    for (String[] speaker : speakers) {
      int pitch = 150;
      for (Emotion emotion : Emotion.values()) {
        for (int i = 0; i < perEmotion; i++) {
          String name = speaker[0] + "-" + emotion.label() + "-" + i + ".wav";
          double seconds = 0.5 + 0.1 * i;
          double gain = 0.05 * (i + 1);
          wav(folder.resolve(name), tone(pitch, seconds, gain, name.hashCode()), RATE);
          double level = 20 * Math.log10(gain / 2);
          rows.add(
              String.format(
                  Locale.ROOT,
                  "%s,tones,xx,%s,F,%s,%d,%.2f,%s,%s",
                  name,
                  speaker[0],
                  emotion.label(),
                  i + 2,
                  seconds,
                  i == 0 ? "" : String.format(Locale.ROOT, "%.2f", level),
                  speaker[1]));
        }
        pitch += 70;
      }
    }
    return manifest(folder, rows);
  }

  /** The same with a fold per speaker. */
  public static Path writeFolds(Path folder, int perEmotion) {
    try {
      List<String> rows = new ArrayList<>(List.of(HEADER + ",fold"));
      List<String> plain = Files.readAllLines(write(folder, perEmotion));
      for (String row : plain.subList(1, plain.size())) {
        rows.add(row + "," + row.charAt(1));
      }
      return manifest(folder, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Path manifest(Path folder, List<String> rows) {
    try {
      return Files.write(folder.resolve("manifest.csv"), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tone with three harmonics and a little noise. */
  public static float[] tone(double pitch, double seconds, double gain, long seed) {
    Random random = new Random(seed);
    float[] samples = new float[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      double phase = 2 * Math.PI * pitch * i / RATE;
      double tone = Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.3 * Math.sin(3 * phase);
      samples[i] = (float) (gain * tone / 1.8 + 0.001 * random.nextGaussian());
    }
    return samples;
  }

  /** Writes 16-bit mono. */
  public static void wav(Path file, float[] samples, int rate) {
    ByteBuffer out = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples.length);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
    out.putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
    for (float s : samples) {
      out.putShort((short) Math.round(32_767 * Math.max(-1, Math.min(1, s))));
    }
    try {
      Files.write(file, out.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
