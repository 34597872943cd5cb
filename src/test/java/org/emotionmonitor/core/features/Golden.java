package org.emotionmonitor.core.features;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A golden file: samples at 22,050 Hz and librosa's [frames x 205] features of them. */
@SuppressWarnings("ArrayRecordComponent") // a fixture that is never compared or changed
public record Golden(String name, float[] samples, int frames, float[] features) {

  /** The signals that there are. */
  static List<String> names() {
    return List.of(
        "speech_male",
        "speech_female",
        "speech_soft",
        "speech_in_noise",
        "telephone_mulaw",
        "vowel",
        "silence",
        "white_noise",
        "sweep",
        "clipping",
        "dc",
        "hold_music",
        "mains_hum",
        "clicks",
        "silence_then_speech");
  }

  public static Golden load(String name) {
    try (InputStream raw = Golden.class.getResourceAsStream("/golden/" + name + ".bin.gz");
        InputStream in = new GZIPInputStream(raw)) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      float[] samples = new float[bytes.getInt()];
      int frames = bytes.getInt();
      float[] features = new float[frames * FeatureSpec.FEATURES];
      bytes.asFloatBuffer().get(samples).get(features);
      return new Golden(name, samples, frames, features);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
