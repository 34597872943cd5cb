package org.emotionmonitor.trainer.augment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Loses frames of 20 ms on the way. As in the live system, what never comes is silence; nothing
 * conceals it.
 */
final class PacketLoss {

  private static final double FRAME_SECONDS = 0.02;

  private PacketLoss() {}

  /** Loses the share exactly, to the nearest frame, at random places. */
  static Clip scattered(Clip clip, double share, Random random) {
    int frames = frames(clip);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    boolean[] lost = new boolean[frames];
    order.subList(0, (int) Math.round(share * frames)).forEach(i -> lost[i] = true);
    return silence(clip, lost);
  }

  /**
   * Loses in bursts, by a two-state Markov chain (Gilbert 1960).
   *
   * @param share of the frames, on average
   * @param burst frames of a burst, on average
   */
  static Clip bursty(Clip clip, double share, double burst, Random random) {
    double leave = 1 / burst;
    double enter = leave * share / (1 - share);
    boolean[] lost = new boolean[frames(clip)];
    boolean bad = random.nextDouble() < share;
    for (int i = 0; i < lost.length; i++) {
      lost[i] = bad;
      bad = random.nextDouble() < (bad ? 1 - leave : enter);
    }
    return silence(clip, lost);
  }

  private static int frames(Clip clip) {
    double frames = clip.samples().length / (FRAME_SECONDS * clip.sampleRate());
    // A whole number of frames may come out a rounding error above it.
    return (int) Math.ceil(frames - 1e-6);
  }

  private static Clip silence(Clip clip, boolean[] lost) {
    float[] out = clip.samples().clone();
    double frame = FRAME_SECONDS * clip.sampleRate();
    for (int i = 0; i < lost.length; i++) {
      if (lost[i]) {
        int from = Math.min(out.length, (int) Math.round(i * frame));
        Arrays.fill(out, from, Math.min(out.length, (int) Math.round((i + 1) * frame)), 0f);
      }
    }
    return clip.with(out, clip.sampleRate());
  }
}
