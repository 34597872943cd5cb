package org.emotionmonitor.trainer.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.trainer.TrainerException;

/**
 * Reads a manifest: CSV in UTF-8 with a header. Columns that must be there: {@code file} (relative
 * to the manifest), {@code corpus, language, speaker, sex, label, syllables, speech_s,
 * active_level_dbfs, split}; {@code emotion_original} and {@code fold} are read if they are there;
 * others are ignored. {@code label} and the three measurements may be empty, and {@code fold}.
 */
public final class ManifestReader {

  private static final List<String> COLUMNS =
      List.of(
          "file",
          "corpus",
          "language",
          "speaker",
          "sex",
          "label",
          "syllables",
          "speech_s",
          "active_level_dbfs",
          "split");

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private static final String ORIGINAL = "emotion_original";
  private static final String FOLD = "fold";

  private final Path manifest;
  private final Optional<Mapping> mapping;
  private final LabelSet labels;

  private ManifestReader(Path manifest, Optional<Mapping> mapping) {
    this.manifest = manifest;
    this.mapping = mapping;
    this.labels = mapping.map(Mapping::labels).orElse(LabelSet.PRODUCT);
  }

  /**
   * Reads and checks {@code manifest}; the classes are the product's five, from column {@code
   * label}.
   *
   * @throws TrainerException that names the row, the column and the value which is wrong
   */
  public static Manifest read(Path manifest) {
    return read(manifest, Optional.empty());
  }

  /**
   * Reads and checks {@code manifest}.
   *
   * @param mapping makes the class of columns {@code corpus} and {@code emotion_original}; without
   *     it, column {@code label} holds one of the product's five
   * @throws TrainerException that names the row, the column and the value which is wrong
   */
  public static Manifest read(Path manifest, Optional<Mapping> mapping) {
    if (!Files.isRegularFile(manifest)) {
      throw new TrainerException(
          "manifest " + manifest + " is not a file; give the path of a manifest.csv");
    }
    return new ManifestReader(manifest, mapping).read();
  }

  private Manifest read() {
    List<Utterance> utterances = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(manifest, StandardCharsets.UTF_8, FORMAT)) {
      requireColumns(parser.getHeaderNames());
      for (CSVRecord row : parser) {
        utterances.add(utterance(row));
      }
    } catch (IOException | IllegalStateException e) {
      throw new TrainerException(
          "manifest " + manifest + " cannot be read as CSV: " + e.getMessage(), e);
    }
    Manifest result = new Manifest(manifest, labels, utterances);
    ManifestChecks.speakers(result);
    return result;
  }

  private void requireColumns(List<String> present) {
    List<String> needed = new ArrayList<>(COLUMNS);
    mapping.ifPresent(m -> needed.add(ORIGINAL));
    List<String> missing = needed.stream().filter(c -> !present.contains(c)).toList();
    if (!missing.isEmpty()) {
      throw new TrainerException(
          "manifest %s has no column %s; it needs %s"
              .formatted(manifest, String.join(", ", missing), String.join(", ", needed)));
    }
  }

  private Utterance utterance(CSVRecord row) {
    if (!row.isConsistent()) {
      throw error(row, "it has " + row.size() + " fields, the header has more or fewer");
    }
    String name = required(row, "file");
    Path file = manifest.toAbsolutePath().resolveSibling(name);
    if (!Files.isRegularFile(file)) {
      throw error(row, "file \"" + name + "\" does not exist beside the manifest");
    }
    return new Utterance(
        number(row),
        name,
        file,
        required(row, "corpus"),
        row.get("language"),
        required(row, "speaker"),
        row.get("sex"),
        optional(row, ORIGINAL),
        emotion(row),
        measurement(row, "syllables", true),
        measurement(row, "speech_s", true),
        measurement(row, "active_level_dbfs", false),
        split(row),
        fold(row));
  }

  private OptionalInt emotion(CSVRecord row) {
    if (mapping.isPresent()) {
      return mapped(row, mapping.get());
    }
    String label = row.get("label");
    OptionalInt index = labels.index(label);
    if (index.isEmpty() && !label.isEmpty()) {
      throw error(
          row,
          "column label: unknown label \"%s\"; allowed: %s, or nothing; other classes need --mapping"
              .formatted(label, String.join(", ", labels.names())));
    }
    return index;
  }

  private OptionalInt mapped(CSVRecord row, Mapping known) {
    try {
      return known.classIndex(row.get("corpus"), row.get(ORIGINAL));
    } catch (IllegalArgumentException e) {
      throw error(row, "column " + ORIGINAL + ": " + e.getMessage());
    }
  }

  private Split split(CSVRecord row) {
    try {
      return Labelled.parse(Split.class, row.get("split"));
    } catch (IllegalArgumentException e) {
      throw error(row, "column split: " + e.getMessage());
    }
  }

  private OptionalInt fold(CSVRecord row) {
    String text = optional(row, FOLD);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    double value = parse(text);
    if (!(value >= 1) || value != Math.rint(value) || value > 1_000) {
      throw error(
          row,
          "column fold is \"%s\"; it must be a whole number from 1 to 1000, or empty"
              .formatted(text));
    }
    return OptionalInt.of((int) value);
  }

  private static String optional(CSVRecord row, String column) {
    return row.isMapped(column) ? row.get(column) : "";
  }

  private String required(CSVRecord row, String column) {
    String value = row.get(column);
    if (value.isEmpty()) {
      throw error(row, "column " + column + " is empty");
    }
    return value;
  }

  private double measurement(CSVRecord row, String column, boolean positive) {
    String text = row.get(column);
    if (text.isEmpty()) {
      return Double.NaN;
    }
    double value = parse(text);
    if (!Double.isFinite(value) || (positive && value <= 0)) {
      throw error(
          row,
          "column %s is \"%s\"; it must be a %snumber, or empty"
              .formatted(column, text, positive ? "positive " : ""));
    }
    return value;
  }

  private static double parse(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static int number(CSVRecord row) {
    return (int) row.getRecordNumber() + 1;
  }

  private TrainerException error(CSVRecord row, String what) {
    return new TrainerException("manifest %s row %d: %s".formatted(manifest, number(row), what));
  }
}
