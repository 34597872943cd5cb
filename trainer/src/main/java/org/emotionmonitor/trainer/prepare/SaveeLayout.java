package org.emotionmonitor.trainer.prepare;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SAVEE (Haq and Jackson 2009): {@code AudioData/DC/a01.wav}, the speaker's initials, letters for
 * the emotion and the number of the sentence; or all in one folder as {@code DC_a01.wav}. The texts
 * are not with the files, so syllables are counted in the signal.
 */
final class SaveeLayout implements Layout {

  private static final Pattern NAME =
      Pattern.compile("(?:(DC|JE|JK|KL)_)?(a|d|f|h|n|sa|su)(\\d\\d)");

  private static final List<String> SPEAKERS = List.of("DC", "JE", "JK", "KL");

  private static final Map<String, String> EMOTIONS =
      Map.of(
          "a",
          "anger",
          "d",
          "disgust",
          "f",
          "fear",
          "h",
          "happiness",
          "n",
          "neutral",
          "sa",
          "sadness",
          "su",
          "surprise");

  @Override
  public String corpus() {
    return "savee";
  }

  @Override
  public String language() {
    return "en";
  }

  @Override
  public String source() {
    return "ask for the Surrey Audio-Visual Expressed Emotion database"
        + " (kahlan.eps.surrey.ac.uk/savee) and unpack it so that the folder has"
        + " AudioData/DC/a01.wav";
  }

  @Override
  public List<Recording> find(Path folder) {
    return FileNames.find(this, folder, NAME, SaveeLayout::recording);
  }

  private static Recording recording(Path file, Matcher name) {
    String speaker =
        name.group(1) == null
            ? file.toAbsolutePath().getParent().getFileName().toString()
            : name.group(1);
    if (!SPEAKERS.contains(speaker)) {
      return null;
    }
    return Recording.of(
        file,
        "S" + speaker,
        "M",
        EMOTIONS.get(name.group(2)),
        "",
        name.group(2) + name.group(3),
        OptionalInt.empty());
  }
}
