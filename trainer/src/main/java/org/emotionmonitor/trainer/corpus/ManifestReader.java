package org.emotionmonitor.trainer.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.trainer.TrainerException;

/**
 * Reads a manifest: CSV in UTF-8 with a header. Columns that must be there: {@code file} (relative
 * to the manifest), {@code corpus, language, speaker, sex, label, syllables, speech_s,
 * active_level_dbfs, split}; others are ignored. {@code label} and the three measurements may be
 * empty.
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

  private final Path manifest;

  private ManifestReader(Path manifest) {
    this.manifest = manifest;
  }

  /**
   * Reads and checks {@code manifest}.
   *
   * @throws TrainerException that names the row, the column and the value which is wrong
   */
  public static Manifest read(Path manifest) {
    if (!Files.isRegularFile(manifest)) {
      throw new TrainerException(
          "manifest " + manifest + " is not a file; give the path of a manifest.csv");
    }
    return new ManifestReader(manifest).read();
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
    Manifest result = new Manifest(manifest, utterances);
    ManifestChecks.check(result);
    return result;
  }

  private void requireColumns(List<String> present) {
    List<String> missing = COLUMNS.stream().filter(c -> !present.contains(c)).toList();
    if (!missing.isEmpty()) {
      throw new TrainerException(
          "manifest %s has no column %s; it needs %s"
              .formatted(manifest, String.join(", ", missing), String.join(", ", COLUMNS)));
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
        emotion(row),
        measurement(row, "syllables", true),
        measurement(row, "speech_s", true),
        measurement(row, "active_level_dbfs", false),
        label(row, "split", Split.class));
  }

  private Optional<Emotion> emotion(CSVRecord row) {
    return row.get("label").isEmpty()
        ? Optional.empty()
        : Optional.of(label(row, "label", Emotion.class));
  }

  private <E extends Enum<E> & Labelled> E label(CSVRecord row, String column, Class<E> type) {
    try {
      return Labelled.parse(type, row.get(column));
    } catch (IllegalArgumentException e) {
      throw error(row, "column " + column + ": " + e.getMessage());
    }
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
