package org.emotionmonitor.trainer.prepare;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TESS (Pichora-Fuller and Dupuis 2020): {@code OAF_angry/OAF_back_angry.wav}, an older or a
 * younger actress, the word after "Say the word", and the emotion, {@code ps} for pleasant
 * surprise. One file is published as {@code OA_bite_neutral.wav}.
 */
final class TessLayout implements Layout {

  private static final Pattern NAME =
      Pattern.compile("(OA|YA)F?_([A-Za-z]+)_(angry|disgust|fear|happy|neutral|ps|sad)");

  private static final Map<String, String> EMOTIONS = Map.of("ps", "pleasant surprise");

  /** Say the word, and a word of one syllable. */
  private static final int SYLLABLES = 4;

  @Override
  public String corpus() {
    return "tess";
  }

  @Override
  public String language() {
    return "en";
  }

  @Override
  public String source() {
    return "get the Toronto emotional speech set (doi:10.5683/SP2/E8H2MF) and unpack it so that the"
        + " folder has OAF_angry/OAF_back_angry.wav";
  }

  @Override
  public List<Recording> find(Path folder) {
    return FileNames.find(this, folder, NAME, TessLayout::recording);
  }

  private static Recording recording(Path file, Matcher name) {
    return Recording.of(
        file,
        "T" + name.group(1) + "F",
        "F",
        EMOTIONS.getOrDefault(name.group(3), name.group(3)),
        "",
        name.group(2),
        OptionalInt.of(SYLLABLES));
  }
}
