package org.emotionmonitor.trainer.augment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.emotionmonitor.core.audio.Encoding;

/** A way to make a training example of an utterance and others of the same speaker and emotion. */
public enum Recipe {
  /** As recorded. */
  CLEAN {
    @Override
    Clip make(Clip clip, Companions companions, Random random) {
      return clip;
    }
  },
  /** As recorded, through a µ-law telephone line; nothing random. */
  TELEPHONE {
    @Override
    Clip make(Clip clip, Companions companions, Random random) {
      return Telephone.line(clip, Encoding.PCMU);
    }
  },
  /** Another voice, microphone and distance, and a little noise. */
  VOICE {
    @Override
    Clip make(Clip clip, Companions companions, Random random) {
      return Noise.snr(voice(clip, random), 15, 45, random);
    }
  },
  /** A window of a wide-band call: pauses, any usual level, noise of the line. */
  CALL {
    @Override
    Clip make(Clip clip, Companions companions, Random random) {
      return window(clip, companions, random);
    }
  },
  /** Another voice, microphone and distance, through a telephone line. */
  TELEPHONE_VOICE {
    @Override
    Clip make(Clip clip, Companions companions, Random random) {
      return Telephone.line(voice(clip, random), law(random));
    }
  },
  /** A window of a telephone call. */
  TELEPHONE_CALL {
    @Override
    Clip make(Clip clip, Companions companions, Random random) {
      return Telephone.line(window(clip, companions, random), law(random));
    }
  };

  private static final double SECOND_UTTERANCE = 0.6;
  private static final double SILENT_LINE = 0.3;

  /** Other utterances of the same speaker and emotion, with the same sample rate. */
  @FunctionalInterface
  public interface Companions {
    /** One of them, drawn with {@code random}; the utterance itself if there is no other. */
    Clip draw(Random random);
  }

  /**
   * Makes the example; the same for the same seed.
   *
   * @param seed of this utterance's own random numbers
   */
  public Clip make(Clip clip, Companions companions, long seed) {
    return make(clip, companions, new Random(31 * seed + name().hashCode()));
  }

  abstract Clip make(Clip clip, Companions companions, Random random);

  /** Whether the seed matters. */
  public boolean random() {
    return this != CLEAN && this != TELEPHONE;
  }

  /** Name in file names and messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Encoding law(Random random) {
    return random.nextBoolean() ? Encoding.PCMU : Encoding.PCMA;
  }

  private static Clip voice(Clip clip, Random random) {
    return Level.gain(Colour.tilt(Speed.change(clip, random), random), -10, 10, random);
  }

  private static Clip window(Clip clip, Companions companions, Random random) {
    List<Clip> clips = new ArrayList<>(List.of(clip));
    if (clip.seconds() < CallWindow.WINDOW_SECONDS - 1 && random.nextDouble() < SECOND_UTTERANCE) {
      clips.add(random.nextInt(clips.size() + 1), companions.draw(random));
    }
    Clip window = Colour.tilt(Speed.change(CallWindow.of(clips, random), random), random);
    Clip levelled = Level.target(window, -50, -12, random);
    return random.nextDouble() < SILENT_LINE ? levelled : Noise.snr(levelled, 10, 40, random);
  }
}
