package org.emotionmonitor.trainer.prepare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.emotionmonitor.trainer.TrainerException;

/**
 * nEMO (Christop 2024): {@code samples/SSS_emotion_N.wav}, speaker, emotion and sentence; {@code
 * data.tsv} has the texts and the speakers' sex.
 */
final class NemoLayout implements Layout {

  private static final Pattern NAME =
      Pattern.compile("([A-Z]{2}\\d)_(anger|fear|happiness|neutral|sadness|surprised)_(\\d+)");

  private static final String TEXTS = "data.tsv";

  private static final CSVFormat FORMAT =
      CSVFormat.TDF
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setQuote(null)
          .get();

  @Override
  public String corpus() {
    return "nemo";
  }

  @Override
  public String language() {
    return "pl";
  }

  @Override
  public String source() {
    return "clone github.com/amu-cai/nEMO so that the folder has samples/EB0_anger_1.wav and "
        + TEXTS;
  }

  @Override
  public List<Recording> find(Path folder) {
    Map<String, CSVRecord> rows = rows(folder.resolve(TEXTS));
    return FileNames.find(this, folder, NAME, (file, name) -> recording(file, name, rows));
  }

  private static Recording recording(Path file, Matcher name, Map<String, CSVRecord> rows) {
    CSVRecord row = rows.get(name.group());
    if (row == null) {
      throw new TrainerException("nemo: %s has no row for %s".formatted(TEXTS, file));
    }
    return Recording.of(
        file,
        "N" + name.group(1),
        row.get("gender").substring(0, 1).toUpperCase(Locale.ROOT),
        name.group(2),
        "",
        name.group(3),
        OptionalInt.of(Syllables.polish(row.get("normalized_text"))));
  }

  private Map<String, CSVRecord> rows(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new TrainerException("nemo: there is no %s; %s".formatted(file, source()));
    }
    Map<String, CSVRecord> rows = new HashMap<>();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      for (CSVRecord row : parser) {
        rows.put(row.get("file_id").replaceFirst("\\.wav$", ""), row);
      }
      return rows;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new TrainerException("nemo: %s cannot be read: %s".formatted(file, e), e);
    }
  }
}
