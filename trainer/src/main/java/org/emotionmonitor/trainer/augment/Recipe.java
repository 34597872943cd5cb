package org.emotionmonitor.trainer.augment;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import org.emotionmonitor.core.audio.Encoding;

/**
 * A way to make an example of an utterance, and of others of the same speaker and emotion. The
 * conditions of an evaluation do the same to an utterance whatever the seed; the others, meant for
 * training, depend on it.
 */
public enum Recipe {
  /** As recorded. */
  CLEAN(false, (clip, draws) -> clip),
  /** At 8 kHz, not coded. */
  NARROWBAND(false, (clip, draws) -> Telephone.band(clip)),
  /** Through a µ-law telephone line. */
  TELEPHONE(false, (clip, draws) -> Telephone.line(clip, Encoding.PCMU)),
  /** Speech-shaped noise 20 dB below the active level of the speech. */
  NOISE_20(false, (clip, draws) -> noise(clip, 20, draws)),
  /** Speech-shaped noise 10 dB below the active level of the speech. */
  NOISE_10(false, (clip, draws) -> noise(clip, 10, draws)),
  /** Speech-shaped noise 5 dB below the active level of the speech. */
  NOISE_5(false, (clip, draws) -> noise(clip, 5, draws)),
  /** One in twenty frames of 20 ms is silence. */
  LOSS_5(false, (clip, draws) -> PacketLoss.scattered(clip, 0.05, draws.random())),
  /** One in ten frames of 20 ms is silence. */
  LOSS_10(false, (clip, draws) -> PacketLoss.scattered(clip, 0.10, draws.random())),

  /** The paper's: time stretch, pitch, gain, Gaussian noise. */
  PAPER(true, (clip, draws) -> Voices.paper(clip, draws.random())),
  /** Another voice, microphone and distance, and a little noise. */
  VOICE(
      true, (clip, draws) -> Noise.snr(Voices.other(clip, draws.random()), 15, 45, draws.random())),
  /** A window of a wide-band call: pauses, any usual level, noise of the line. */
  CALL(true, Calls::quiet),
  /** Another voice, microphone and distance, through a telephone line. */
  TELEPHONE_VOICE(
      true, (clip, draws) -> Calls.line(Voices.other(clip, draws.random()), draws.random())),
  /** A window of a telephone call. */
  TELEPHONE_CALL(true, (clip, draws) -> Calls.line(Calls.quiet(clip, draws), draws.random())),
  /** A window of a call with background noise or hold music. */
  NOISY_CALL(true, Calls::noisy),
  /** A window of a telephone call that loses packets. */
  LOSSY_CALL(true, Calls::lossy);

  private static final List<Recipe> CONDITIONS =
      List.of(values()).stream().filter(r -> !r.random).toList();

  private final boolean random;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final BiFunction<Clip, Draws, Clip> maker;

  Recipe(boolean random, BiFunction<Clip, Draws, Clip> maker) {
    this.random = random;
    this.maker = maker;
  }

  /** Other utterances of the same speaker and emotion, with the same sample rate. */
  @FunctionalInterface
  public interface Companions {
    /** One of them, drawn with {@code random}; the utterance itself if there is no other. */
    Clip draw(Random random);
  }

  /** What a recipe may draw from. */
  record Draws(Companions companions, Background background, Random random) {}

  /**
   * Makes the example; the same for the same seed.
   *
   * @param background what calls may have beside the speech
   * @param seed of this utterance's own random numbers
   */
  public Clip make(Clip clip, Companions companions, Background background, long seed) {
    return maker.apply(clip, new Draws(companions, background, numbers(seed)));
  }

  /**
   * Random numbers that have nothing to do with those of the next seed. {@link Random} alone begins
   * with almost the same number for seeds that are close, such as those of a manifest's rows, which
   * are sorted by speaker and emotion; so the bits are mixed first (SplitMix64: Steele et al.
   * 2014).
   */
  Random numbers(long seed) {
    long z = 31 * seed + name().hashCode();
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return new Random(z ^ (z >>> 31));
  }

  /** The conditions of an evaluation: recipes that are the same in every run. */
  public static List<Recipe> conditions() {
    return CONDITIONS;
  }

  /** Whether the run's seed matters; a condition draws from what belongs to the recording. */
  public boolean random() {
    return random;
  }

  /** Whether the background matters. */
  public boolean usesBackground() {
    return this == NOISY_CALL;
  }

  /** Name in file names and messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Clip noise(Clip clip, double snrDb, Draws draws) {
    return Noise.behind(clip, Background.generated(), snrDb, draws.random());
  }
}
