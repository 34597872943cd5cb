package org.emotionmonitor.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.emotionmonitor.core.audio.AudioFile;
import org.emotionmonitor.core.audio.Resampler;

/** The first channel of an audio file, whole, and at another rate. */
public final class Recording {

  private Recording() {}

  /** The file's samples at {@code rate}. */
  public static float[] load(Path path, int rate) throws IOException {
    return resample(AudioFile.readAll(path)[0], sampleRate(path), rate);
  }

  /** The file's own rate. */
  public static int sampleRate(Path path) throws IOException {
    try (AudioFile file = AudioFile.open(path)) {
      return file.sampleRate();
    }
  }

  /** All samples at another rate; of n there are n to / from, rounded up. */
  public static float[] resample(float[] in, int from, int to) {
    float[] out = new float[(int) -Math.floorDiv(-(long) in.length * to, (long) from)];
    int[] count = new int[1];
    Resampler resampler =
        new Resampler(
            from,
            to,
            0,
            (samples, off, n) -> {
              System.arraycopy(samples, off, out, count[0], n);
              count[0] += n;
            });
    resampler.accept(in, 0, in.length);
    resampler.finish();
    return out;
  }
}
