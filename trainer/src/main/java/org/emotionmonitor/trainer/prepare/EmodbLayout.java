package org.emotionmonitor.trainer.prepare;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Berlin EmoDB (Burkhardt et al. 2005): {@code wav/SSTTTEV.wav}, two digits for the speaker, three
 * characters for the text, the first letter of the emotion in German, and one for the version. Its
 * files were normalised to their peaks, so that their level says nothing of the speaker.
 */
final class EmodbLayout implements Layout {

  private static final Pattern NAME = Pattern.compile("(\\d\\d)([ab]\\d\\d)([WLEAFTN])([a-z]?)");

  private static final Map<String, String> EMOTIONS =
      Map.of(
          "W",
          "anger",
          "L",
          "boredom",
          "E",
          "disgust",
          "A",
          "fear",
          "F",
          "happiness",
          "T",
          "sadness",
          "N",
          "neutral");

  private static final Set<String> MALE = Set.of("03", "10", "11", "12", "15");

  private final Sentences sentences = Sentences.of("emodb");

  @Override
  public String corpus() {
    return "emodb";
  }

  @Override
  public String language() {
    return "de";
  }

  @Override
  public String source() {
    return "get the Berlin Database of Emotional Speech (emodb.bilderbar.info) and unpack it so"
        + " that the folder has wav/03a01Fa.wav";
  }

  @Override
  public List<Recording> find(Path folder) {
    return FileNames.find(this, folder, NAME, this::recording);
  }

  private Recording recording(Path file, Matcher name) {
    String version = name.group(4).isEmpty() ? "" : "-" + name.group(4);
    return Recording.of(
            file,
            "B" + name.group(1),
            MALE.contains(name.group(1)) ? "M" : "F",
            EMOTIONS.get(name.group(3)),
            "",
            name.group(2) + version,
            sentences.syllables(name.group(2)))
        .withoutLevel();
  }
}
