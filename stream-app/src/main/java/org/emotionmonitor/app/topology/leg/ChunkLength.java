package org.emotionmonitor.app.topology.leg;

import org.emotionmonitor.app.domain.StartRecord;

/** What a media record of a leg may hold: whole samples, a second at most. */
public final class ChunkLength {

  private static final int MS_PER_SECOND = 1_000;

  private ChunkLength() {}

  /** The longest chunk of the leg, in samples. */
  public static int maxSamples(StartRecord start) {
    return start.sampleRate() * StartRecord.MAX_FRAME_DURATION / MS_PER_SECOND;
  }

  /** What a lost chunk of the leg counts as, in samples. */
  static long lostSamples(StartRecord start) {
    return (long) start.sampleRate() * start.frameDuration() / MS_PER_SECOND;
  }

  /** Samples in {@code bytes} bytes of the leg's audio. */
  public static int samples(StartRecord start, int bytes) {
    return bytes / start.encoding().bytesPerSample();
  }

  /** Bytes of one sample of every channel. */
  private static int frameBytes(StartRecord start) {
    return start.encoding().bytesPerSample() * Math.max(1, start.channels().size());
  }

  /** What is wrong with a media record of {@code bytes} bytes, for people; null if nothing is. */
  public static String complaint(StartRecord start, int bytes) {
    int sample = frameBytes(start);
    int most = maxSamples(start) * sample;
    if (bytes == 0 || bytes % sample != 0 || bytes > most) {
      return "%d bytes of %s at %d Hz; must be a multiple of %d up to %d (one second)"
          .formatted(bytes, start.encoding().label(), start.sampleRate(), sample, most);
    }
    return null;
  }
}
