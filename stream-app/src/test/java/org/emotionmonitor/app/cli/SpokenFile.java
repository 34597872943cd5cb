package org.emotionmonitor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.ingest.BundledCalls;
import org.emotionmonitor.app.ingest.WavFiles;
import org.emotionmonitor.core.audio.AudioFile;
import org.emotionmonitor.core.audio.Encoding;

/**
 * Some seconds of telephone speech, and what the model says of them.
 *
 * @param pcmu the audio in µ-law, 8 kHz
 * @param s16le the same samples in 16 bits
 * @param expected emotion events of the windows, by the end of the window in ms
 */
record SpokenFile(byte[] pcmu, byte[] s16le, Map<Long, JsonNode> expected) {
  static final int RATE = 8_000;
  private static final int SECONDS = 9;

  /** The customer of one of the calls that come with the program, scored offline. */
  static SpokenFile of(Path temp, int call) throws Exception {
    Path file = BundledCalls.copyTo(temp.resolve("calls" + call)).get(call).file();
    float[] samples = Arrays.copyOf(AudioFile.readAll(file)[0], RATE * SECONDS);
    byte[] pcmu = encode(Encoding.PCMU, samples);
    Encoding.PCMU.decode(pcmu, 0, pcmu.length, samples, 0);
    Path wav = WavFiles.write(temp.resolve("spoken" + call + ".wav"), RATE, samples);
    Cli score = Cli.run("score", wav, "--json");
    assertThat(score.code()).as("%s", score.err()).isZero();
    Map<Long, JsonNode> expected = new TreeMap<>();
    for (String line : score.out()) {
      JsonNode event = Json.mapper().readTree(line);
      if (event.path("kind").asText().equals("emotion")) {
        expected.put(event.at("/window/endMs").asLong(), event);
      }
    }
    return new SpokenFile(pcmu, encode(Encoding.S16LE, samples), expected);
  }

  private static byte[] encode(Encoding encoding, float[] samples) {
    byte[] audio = new byte[samples.length * encoding.bytesPerSample()];
    encoding.encode(samples, 0, samples.length, audio, 0);
    return audio;
  }
}
