package org.emotionmonitor.trainer.augment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.emotionmonitor.core.audio.AudioFile;
import org.emotionmonitor.trainer.TrainerException;

/** Background from a folder of recordings: every WAV and FLAC file in it and below. */
public final class BackgroundFolder implements Background {

  private static final int BLOCK = 4_096;

  /** A stretch quieter than this is a pause of the recording. */
  private static final double QUIETEST_DB = -70;

  private static final int ATTEMPTS = 4;

  private final Path folder;
  private final List<Path> files;

  private BackgroundFolder(Path folder, List<Path> files) {
    this.folder = folder;
    this.files = files;
  }

  /**
   * Looks for the recordings.
   *
   * @throws TrainerException if there are none
   */
  public static BackgroundFolder open(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> files = found.filter(BackgroundFolder::isAudio).sorted().toList();
      if (files.isEmpty()) {
        throw new TrainerException(
            "noise folder " + folder + " has no .wav or .flac file; give one with recordings");
      }
      return new BackgroundFolder(folder, files);
    } catch (IOException e) {
      throw new TrainerException(
          "noise folder %s cannot be read: %s; give --noise a folder of recordings"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static boolean isAudio(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".wav") || name.endsWith(".flac")) && Files.isRegularFile(file);
  }

  @Override
  public float[] draw(int length, int sampleRate, Random random) {
    float[] drawn = new float[length];
    for (int i = 0; i < ATTEMPTS; i++) {
      drawn = stretch(files.get(random.nextInt(files.size())), length, sampleRate, random);
      if (Decibels.rms(drawn) > QUIETEST_DB) {
        break;
      }
    }
    return drawn;
  }

  private static float[] stretch(Path file, int length, int sampleRate, Random random) {
    try (AudioFile audio = AudioFile.open(file)) {
      int own = audio.sampleRate();
      long wanted = (long) Math.ceil(length * (double) own / sampleRate) + 1;
      long spare = Math.max(0, audio.length() - wanted);
      skip(audio, (long) (random.nextDouble() * spare));
      float[] read = read(audio, Math.toIntExact(wanted));
      if (read.length == 0) {
        throw new IOException("it has no audio");
      }
      return resampled(read, own, length, sampleRate, random);
    } catch (IOException e) {
      throw new TrainerException(
          "noise file %s cannot be used: %s; remove it from --noise"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** A recording that is too short is repeated, from anywhere in it. */
  private static float[] resampled(float[] in, int from, int length, int to, Random random) {
    float[] own = in;
    if (from != to) {
      own = Decimator.resample(in, from, to, 0.45 * Math.min(from, to));
    }
    float[] out = new float[length];
    int start = own.length < length ? random.nextInt(own.length) : 0;
    for (int i = 0; i < length; i++) {
      out[i] = own[(start + i) % own.length];
    }
    return out;
  }

  private static void skip(AudioFile audio, long samples) throws IOException {
    float[][] block = new float[audio.channels()][BLOCK];
    for (long left = samples; left > 0; ) {
      int n = audio.read(block, (int) Math.min(left, BLOCK));
      if (n < 0) {
        return;
      }
      left -= n;
    }
  }

  private static float[] read(AudioFile audio, int most) throws IOException {
    float[] samples = new float[most];
    float[][] block = new float[audio.channels()][BLOCK];
    int total = 0;
    while (total < most) {
      int n = audio.read(block, Math.min(BLOCK, most - total));
      if (n < 0) {
        break;
      }
      System.arraycopy(block[0], 0, samples, total, n);
      total += n;
    }
    return Arrays.copyOf(samples, total);
  }

  /** The folder, and each file with its size. */
  @Override
  public String id() {
    StringBuilder id = new StringBuilder(folder.toAbsolutePath().normalize().toString());
    for (Path file : files) {
      id.append('|').append(folder.relativize(file)).append(':').append(file.toFile().length());
    }
    return id.toString();
  }
}
