package org.emotionmonitor.bench.alerts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.emotionmonitor.bench.Recording;
import org.emotionmonitor.core.audio.Encoding;

/**
 * Puts calls together from one speaker's utterances, with pauses of 0.3 to 1 s, over a soft noise,
 * at 8 kHz. One gain for the whole call: what was said louder stays louder.
 */
final class CallMaker {

  private static final int RATE = 8_000;
  private static final double LEVEL = Math.pow(10, -26 / 20.0);
  private static final double PEAK = 0.9;
  private static final double NOISE = Math.pow(10, -65 / 20.0);
  private static final long MS = 1_000;

  private final Random random;
  private final Map<Path, float[]> loaded = new HashMap<>();
  private float[] samples = new float[RATE * 600];
  private int length;

  CallMaker(long seed) {
    this.random = new Random(seed);
  }

  /** Calm speech of 40 to 60 s and unfriendly speech of 8 to 20 s in turns, calm at the end. */
  TestCall mixed(String name, Speaker speaker, int stretches) throws IOException {
    length = 0;
    List<Path> calm = speaker.of(List.of("neutral", "friendly"));
    List<Path> unfriendly = speaker.of(List.of("unfriendly"));
    List<TestCall.Stretch> parts = new ArrayList<>();
    for (int i = 0; i < stretches; i++) {
      say(calm, seconds(40, 60));
      long start = ms();
      say(unfriendly, seconds(8, 20));
      parts.add(new TestCall.Stretch(start, ms()));
    }
    say(calm, seconds(40, 60));
    return call(name, parts);
  }

  /** Speech with these labels alone. */
  TestCall only(String name, Speaker speaker, List<String> labels, double seconds)
      throws IOException {
    length = 0;
    say(speaker.of(labels), seconds);
    return call(name, List.of());
  }

  private void say(List<Path> utterances, double seconds) throws IOException {
    int end = length + (int) (seconds * RATE);
    while (length < end) {
      float[] utterance = load(utterances.get(random.nextInt(utterances.size())));
      System.arraycopy(utterance, 0, samples, length, utterance.length);
      length += utterance.length;
      int pause = (int) (seconds(0.3, 1) * RATE);
      java.util.Arrays.fill(samples, length, length + pause, 0);
      length += pause;
    }
  }

  private TestCall call(String name, List<TestCall.Stretch> parts) {
    float[] call = java.util.Arrays.copyOf(samples, length);
    double power = 0;
    double peak = 0;
    for (float x : call) {
      power += x * x;
      peak = Math.max(peak, Math.abs(x));
    }
    double gain = Math.min(LEVEL / Math.sqrt(power / length), PEAK / peak);
    for (int i = 0; i < length; i++) {
      call[i] = (float) (gain * call[i] + NOISE * random.nextGaussian());
    }
    return new TestCall(name, call, RATE, Encoding.PCMU, parts);
  }

  private float[] load(Path path) throws IOException {
    float[] known = loaded.get(path);
    if (known == null) {
      known = Recording.load(path, RATE);
      loaded.put(path, known);
    }
    return known;
  }

  private double seconds(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  private long ms() {
    return length * MS / RATE;
  }
}
