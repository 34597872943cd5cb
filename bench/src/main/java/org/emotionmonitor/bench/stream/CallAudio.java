package org.emotionmonitor.bench.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.app.ingest.BundledCalls;
import org.emotionmonitor.app.ingest.DemoCall;
import org.emotionmonitor.bench.Recording;
import org.emotionmonitor.core.audio.Encoding;

/** The customers' side of the bundled calls as 8 kHz µ-law, over and over, from several begins. */
final class CallAudio {

  static final int RATE = 8_000;

  private static final int MU_LAW_FORMAT = 7;

  private final byte[] loop;

  private CallAudio(byte[] loop) {
    this.loop = loop;
  }

  /** Reads the bundled calls by way of a temporary folder. */
  static CallAudio load() throws IOException {
    Path folder = Files.createTempDirectory("bench-calls");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<Path> files = new ArrayList<>();
    for (DemoCall call : BundledCalls.copyTo(folder)) {
      files.add(call.file());
      all.writeBytes(muLaw(call.file()));
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(folder);
    return new CallAudio(all.toByteArray());
  }

  private static byte[] muLaw(Path file) throws IOException {
    float[] narrow = Recording.load(file, RATE);
    byte[] bytes = new byte[narrow.length];
    Encoding.PCMU.encode(narrow, 0, narrow.length, bytes, 0);
    return bytes;
  }

  /** So many bytes of variant {@code variant}, from byte {@code at}. */
  byte[] slice(int variant, int variants, long at, int bytes) {
    int from = (int) (((long) loop.length * variant / variants + at) % loop.length);
    byte[] out = new byte[bytes];
    for (int done = 0; done < bytes; from = 0) {
      int n = Math.min(bytes - done, loop.length - from);
      System.arraycopy(loop, from, out, done, n);
      done += n;
    }
    return out;
  }

  /** Writes the first bytes of a variant as a µ-law WAV file. */
  void write(int variant, int variants, int bytes, Path file) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    header.putShort((short) MU_LAW_FORMAT).putShort((short) 1);
    header.putInt(RATE).putInt(RATE).putShort((short) 1).putShort((short) 8);
    header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header.array());
    out.writeBytes(slice(variant, variants, 0, bytes));
    Files.write(file, out.toByteArray());
  }
}
