package org.emotionmonitor.trainer.augment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.trainer.augment.Recipe.Draws;

/** Windows of calls, as the live system sees them. */
final class Calls {

  private static final double SECOND_UTTERANCE = 0.6;
  private static final double SILENT_LINE = 0.3;

  private Calls() {}

  /** Pauses, one or two utterances, any usual level, and mostly some noise of the line. */
  static Clip quiet(Clip clip, Draws draws) {
    Random random = draws.random();
    Clip levelled = window(clip, draws);
    return random.nextDouble() < SILENT_LINE ? levelled : Noise.snr(levelled, 10, 40, random);
  }

  /** The same with a background at 0 to 25 dB below the speech, wide-band or by telephone. */
  static Clip noisy(Clip clip, Draws draws) {
    Random random = draws.random();
    double snr = Level.uniform(0, 25, random);
    Clip noisy = Noise.behind(window(clip, draws), draws.background(), snr, random);
    return random.nextBoolean() ? noisy : line(noisy, random);
  }

  /** The same by telephone, with 1 to 15 % of the packets lost one by one or in bursts. */
  static Clip lossy(Clip clip, Draws draws) {
    Random random = draws.random();
    Clip line = line(quiet(clip, draws), random);
    double share = Level.uniform(0.01, 0.15, random);
    return random.nextBoolean()
        ? PacketLoss.scattered(line, share, random)
        : PacketLoss.bursty(line, share, Level.uniform(2, 6, random), random);
  }

  /** Through a telephone line of either law. */
  static Clip line(Clip clip, Random random) {
    return Telephone.line(clip, random.nextBoolean() ? Encoding.PCMU : Encoding.PCMA);
  }

  private static Clip window(Clip clip, Draws draws) {
    Random random = draws.random();
    List<Clip> clips = new ArrayList<>(List.of(clip));
    if (clip.seconds() < CallWindow.WINDOW_SECONDS - 1 && random.nextDouble() < SECOND_UTTERANCE) {
      clips.add(random.nextInt(clips.size() + 1), draws.companions().draw(random));
    }
    Clip window = Colour.tilt(Speed.change(CallWindow.of(clips, random), random), random);
    return Level.target(window, -50, -12, random);
  }
}
