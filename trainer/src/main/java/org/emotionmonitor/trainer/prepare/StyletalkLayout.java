package org.emotionmonitor.trainer.prepare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.Mapping;
import org.emotionmonitor.trainer.corpus.MappingReader;
import org.emotionmonitor.trainer.corpus.Split;

/**
 * StyleTalk (Lin, Chiang and Lee 2024): {@code train.csv} and {@code eval.csv} name audio files
 * such as {@code book_269/c_2.wav}, which are published apart. {@code eval.csv} is the test split.
 * The annotations name no speakers, so that a dialogue stands for one.
 */
final class StyletalkLayout implements Layout {

  @Override
  public String corpus() {
    return "styletalk";
  }

  @Override
  public String language() {
    return "en";
  }

  @Override
  public String source() {
    return "get train.csv and eval.csv from github.com/DanielLin94144/StyleTalk, and the audio that"
        + " its README links to; unpack it so that the folder has train.csv, eval.csv and"
        + " audio/book_269/c_2.wav";
  }

  @Override
  public List<Recording> find(Path folder) {
    Map<String, List<StyletalkTurn>> annotations = new TreeMap<>();
    for (String name : List.of("eval.csv", "train.csv")) {
      Path file = folder.resolve(name);
      if (!Files.isRegularFile(file)) {
        throw new TrainerException("styletalk: there is no %s; %s".formatted(file, source()));
      }
      annotations.put(name, StyletalkTurn.read(file));
    }
    Path audio = Files.isDirectory(folder.resolve("audio")) ? folder.resolve("audio") : folder;
    requireAudio(audio, annotations);
    List<Recording> found = new ArrayList<>();
    annotations.get("train.csv").forEach(t -> found.add(recording(audio, t)));
    annotations.get("eval.csv").forEach(t -> found.add(recording(audio, t).in(Split.TEST)));
    return found;
  }

  private static Recording recording(Path audio, StyletalkTurn turn) {
    return new Recording(
        audio.resolve(turn.audio()),
        "L" + turn.dialogue(),
        "",
        turn.emotion(),
        "",
        "",
        OptionalInt.of(Syllables.english(turn.text())),
        true,
        Optional.empty());
  }

  private void requireAudio(Path audio, Map<String, List<StyletalkTurn>> annotations) {
    List<Path> files =
        annotations.values().stream()
            .flatMap(List::stream)
            .map(t -> audio.resolve(t.audio()))
            .toList();
    List<Path> missing = files.stream().filter(f -> !Files.isRegularFile(f)).toList();
    if (!missing.isEmpty()) {
      throw new TrainerException(
          "styletalk: %d of %d audio files are missing, the first is %s; %s. The annotations: %s"
              .formatted(
                  missing.size(), files.size(), missing.get(0), source(), counts(annotations)));
    }
  }

  private static String counts(Map<String, List<StyletalkTurn>> annotations) {
    return annotations.entrySet().stream()
        .map(e -> e.getKey() + ' ' + counts(e.getValue()))
        .collect(Collectors.joining("; "));
  }

  /** How many utterances, and of which of the product's classes. */
  static String counts(List<StyletalkTurn> turns) {
    Mapping product = MappingReader.read("product");
    Map<String, Long> byClass =
        turns.stream()
            .collect(
                Collectors.groupingBy(
                    t -> product.className("styletalk", t.emotion()).orElse("none"),
                    TreeMap::new,
                    Collectors.counting()));
    return "%d utterances %s".formatted(turns.size(), byClass);
  }
}
