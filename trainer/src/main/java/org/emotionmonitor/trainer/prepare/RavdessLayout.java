package org.emotionmonitor.trainer.prepare;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * RAVDESS, the speech part (Livingstone and Russo 2018): {@code Actor_AA/MM-CC-EE-II-SS-RR-AA.wav},
 * numbers for modality, vocal channel, emotion, intensity, statement, repetition and actor. Odd
 * actors are male.
 */
final class RavdessLayout implements Layout {

  private static final Pattern NAME =
      Pattern.compile("03-01-0([1-8])-0([12])-0([12])-0([12])-(\\d\\d)");

  private static final List<String> EMOTIONS =
      List.of("neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised");

  private static final List<String> STATEMENTS = List.of("kids", "dogs");

  /** Kids are talking by the door; dogs are sitting by the door. */
  private static final int SYLLABLES = 7;

  @Override
  public String corpus() {
    return "ravdess";
  }

  @Override
  public String language() {
    return "en";
  }

  @Override
  public String source() {
    return "get Audio_Speech_Actors_01-24.zip of RAVDESS (doi:10.5281/zenodo.1188976) and unpack it"
        + " so that the folder has Actor_01/03-01-01-01-01-01-01.wav";
  }

  @Override
  public List<Recording> find(Path folder) {
    return FileNames.find(this, folder, NAME, RavdessLayout::recording);
  }

  private static Recording recording(Path file, Matcher name) {
    int actor = Integer.parseInt(name.group(5));
    return Recording.of(
        file,
        "R" + name.group(5),
        actor % 2 == 1 ? "M" : "F",
        EMOTIONS.get(number(name, 1) - 1),
        number(name, 2) == 1 ? "normal" : "strong",
        STATEMENTS.get(number(name, 3) - 1) + "-0" + name.group(4),
        OptionalInt.of(SYLLABLES));
  }

  private static int number(Matcher name, int group) {
    return Integer.parseInt(name.group(group));
  }
}
