package org.emotionmonitor.trainer.prepare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.emotionmonitor.trainer.TrainerException;

/**
 * CREMA-D (Cao et al. 2014): {@code AudioWAV/AAAA_SSS_EEE_LL.wav}, actor, sentence, emotion and
 * level; {@code VideoDemographics.csv} has the actors' sex.
 */
final class CremaDLayout implements Layout {

  private static final Pattern NAME =
      Pattern.compile("(\\d{4})_([A-Z]{3})_(ANG|DIS|FEA|HAP|NEU|SAD)_(LO|MD|HI|XX?)");

  private static final Map<String, String> EMOTIONS =
      Map.of(
          "ANG", "anger", "DIS", "disgust", "FEA", "fear", "HAP", "happy", "NEU", "neutral", "SAD",
          "sad");

  private static final Map<String, String> LEVELS =
      Map.of("LO", "low", "MD", "medium", "HI", "high");

  private static final String ACTORS = "VideoDemographics.csv";

  private final Sentences sentences = Sentences.of("crema-d");

  @Override
  public String corpus() {
    return "crema-d";
  }

  @Override
  public String language() {
    return "en";
  }

  @Override
  public String source() {
    return "clone github.com/CheyneyComputerScience/CREMA-D with git-lfs (without it the audio"
        + " files are only pointers) so that the folder has AudioWAV/1001_DFA_ANG_XX.wav and"
        + " "
        + ACTORS;
  }

  @Override
  public List<Recording> find(Path folder) {
    Map<String, String> sexes = sexes(folder.resolve(ACTORS));
    return FileNames.find(this, folder, NAME, (file, name) -> recording(file, name, sexes));
  }

  private Recording recording(Path file, Matcher name, Map<String, String> sexes) {
    String sex = sexes.get(name.group(1));
    if (sex == null) {
      throw new TrainerException(
          "crema-d: %s has no row for actor %s of %s".formatted(ACTORS, name.group(1), file));
    }
    return Recording.of(
        file,
        "C" + name.group(1),
        sex,
        EMOTIONS.get(name.group(3)),
        LEVELS.getOrDefault(name.group(4), ""),
        name.group(2),
        sentences.syllables(name.group(2)));
  }

  private Map<String, String> sexes(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new TrainerException("crema-d: there is no %s; %s".formatted(file, source()));
    }
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    Map<String, String> sexes = new HashMap<>();
    try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      for (CSVRecord row : rows) {
        sexes.put(row.get("ActorID"), row.get("Sex").substring(0, 1).toUpperCase(Locale.ROOT));
      }
      return sexes;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new TrainerException("crema-d: %s cannot be read: %s".formatted(file, e), e);
    }
  }
}
