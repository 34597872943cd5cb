package org.emotionmonitor.trainer.prepare;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.emotionmonitor.trainer.TrainerException;

/** Writes a manifest that {@link org.emotionmonitor.trainer.corpus.ManifestReader} reads. */
final class ManifestWriter {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setRecordSeparator('\n')
          .setHeader(
              "file",
              "corpus",
              "language",
              "speaker",
              "sex",
              "emotion_original",
              "intensity",
              "label",
              "sentence",
              "syllables",
              "speech_s",
              "active_level_dbfs",
              "split",
              "fold",
              "duration_s",
              "sample_rate",
              "syllables_from")
          .get();

  private ManifestWriter() {}

  /** Writes it in one step: an interrupted or failed run leaves an earlier file as it was. */
  static void write(Path manifest, List<Row> rows) {
    Path target = manifest.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.createDirectories(target.getParent());
      try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
          CSVPrinter csv = new CSVPrinter(out, FORMAT)) {
        for (Row row : rows) {
          print(csv, target.getParent(), row);
        }
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new TrainerException(
          "manifest %s cannot be written: %s; free some space or give another --out"
              .formatted(manifest, e.getMessage()),
          e);
    }
  }

  private static void print(CSVPrinter csv, Path folder, Row row) throws IOException {
    Recording r = row.recording();
    Measurement m = row.measurement();
    boolean known = r.syllables().isPresent();
    double syllables =
        known ? r.syllables().getAsInt() : m.syllablesPerSecond() * m.speechSeconds();
    boolean speech = !Double.isNaN(m.speechSeconds());
    csv.printRecord(
        relative(folder, r.file()),
        row.layout().corpus(),
        row.layout().language(),
        r.speaker(),
        r.sex(),
        r.emotion(),
        r.intensity(),
        row.label(),
        r.sentence(),
        known ? Integer.toString(r.syllables().getAsInt()) : number(syllables, 2),
        speech ? number(m.speechSeconds(), 3) : "",
        r.level() && speech ? number(m.levelDb(), 2) : "",
        row.split().label(),
        row.fold() == 0 ? "" : row.fold(),
        number(m.seconds(), 3),
        m.sampleRate(),
        known ? "text" : "signal");
  }

  /** With slashes on every platform; absolute if it lies on another drive. */
  private static String relative(Path folder, Path file) {
    try {
      return folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    } catch (IllegalArgumentException e) {
      return file.toAbsolutePath().toString();
    }
  }

  private static String number(double value, int digits) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "";
  }
}
