package org.emotionmonitor.app.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionmonitor.core.audio.Encoding;

/** Writes 16-bit WAV files for tests. */
public final class WavFiles {

  private static final int HEADER = 44;

  private WavFiles() {}

  /** Writes one array of samples for each channel. */
  public static Path write(Path path, int rate, float[]... channels) throws IOException {
    int samples = channels[0].length;
    int frame = channels.length * 2;
    ByteBuffer wav = ByteBuffer.allocate(HEADER + samples * frame).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(HEADER - 8 + samples * frame).put(ascii("WAVEfmt "));
    wav.putInt(16).putShort((short) 1).putShort((short) channels.length);
    wav.putInt(rate).putInt(rate * frame).putShort((short) frame).putShort((short) 16);
    wav.put(ascii("data")).putInt(samples * frame);
    byte[] sample = new byte[2];
    for (int i = 0; i < samples; i++) {
      for (float[] channel : channels) {
        Encoding.S16LE.encode(channel, i, 1, sample, 0);
        wav.put(sample);
      }
    }
    return Files.write(path, wav.array());
  }

  /** A tone with a little structure; {@code phase} makes channels differ. */
  public static float[] tone(int samples, int rate, double hz, double phase) {
    float[] tone = new float[samples];
    for (int i = 0; i < samples; i++) {
      double t = (double) i / rate;
      tone[i] =
          (float)
              (0.3
                  * Math.sin(2 * Math.PI * hz * t + phase)
                  * (0.6 + 0.4 * Math.sin(2 * Math.PI * 3 * t)));
    }
    return tone;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
