package org.emotionmonitor.core.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A WAV or FLAC file, read as a stream of float samples in [-1, 1]. The kind is told from the first
 * bytes, not from the name.
 */
public abstract class AudioFile implements AutoCloseable {

  /** More channels than this are a broken header. */
  static final int MAX_CHANNELS = 32;

  private static final int BLOCK = 4_096;

  AudioFile() {}

  /**
   * Opens a WAV (PCM 8, 16, 24, 32 bit, float, µ-law, A-law, WAVE_FORMAT_EXTENSIBLE) or FLAC file.
   *
   * @throws AudioFileException if there is no such file, or it is neither, or its header is broken
   */
  public static AudioFile open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new AudioFileException(path, "no such file", "check the path");
    }
    byte[] magic;
    try (InputStream in = Files.newInputStream(path)) {
      magic = in.readNBytes(12);
    }
    if (startsWith(magic, 0, "fLaC")) {
      return new FlacFile(path, buffered(path));
    }
    if (startsWith(magic, 0, "RIFF") && startsWith(magic, 8, "WAVE")) {
      return new WavFile(path, buffered(path));
    }
    throw new AudioFileException(
        path, "neither WAV nor FLAC", "convert it, for example with ffmpeg, to WAV or FLAC");
  }

  /** All samples of the file: one array per channel. */
  public static float[][] readAll(Path path) throws IOException {
    try (AudioFile file = open(path)) {
      // The header's length is not to be trusted with memory.
      int expected = (int) Math.max(1, Math.min(file.length(), 1 << 18));
      float[][] all = new float[file.channels()][expected];
      float[][] block = new float[file.channels()][BLOCK];
      int total = 0;
      for (int n = file.read(block, BLOCK); n >= 0; n = file.read(block, BLOCK)) {
        for (int c = 0; c < all.length; c++) {
          if (total + n > all[c].length) {
            all[c] = Arrays.copyOf(all[c], Math.max(total + n, all[c].length * 2));
          }
          System.arraycopy(block[c], 0, all[c], total, n);
        }
        total += n;
      }
      for (int c = 0; c < all.length; c++) {
        all[c] = Arrays.copyOf(all[c], total);
      }
      return all;
    }
  }

  /** Samples per second of one channel. */
  public abstract int sampleRate();

  /** Channels. */
  public abstract int channels();

  /** Samples per channel as the header says, or -1 if it does not. */
  public abstract long length();

  /**
   * Reads up to {@code max} samples per channel into {@code channels[c][0..]}.
   *
   * @return samples read per channel, or -1 at the end
   * @throws AudioFileException if the file ends early or its audio is broken
   */
  public abstract int read(float[][] channels, int max) throws IOException;

  @Override
  public abstract void close() throws IOException;

  private static InputStream buffered(Path path) throws IOException {
    return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
  }

  private static boolean startsWith(byte[] bytes, int at, String text) {
    if (bytes.length < at + text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
