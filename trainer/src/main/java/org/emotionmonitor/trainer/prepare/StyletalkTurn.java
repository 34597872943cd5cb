package org.emotionmonitor.trainer.prepare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.emotionmonitor.trainer.TrainerException;

/**
 * One utterance of StyleTalk's annotations. A row has two: the current turn and its response; both
 * count, as in the paper.
 *
 * @param dialogue the dialogue it is from
 * @param audio path of the audio file
 * @param text what is said, without the name of the speaker before it
 */
record StyletalkTurn(String dialogue, String audio, String text, String emotion) {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  /** The utterances of {@code train.csv} or {@code eval.csv}. */
  static List<StyletalkTurn> read(Path annotations) {
    List<StyletalkTurn> turns = new ArrayList<>();
    try (CSVParser rows = CSVParser.parse(annotations, StandardCharsets.UTF_8, FORMAT)) {
      for (CSVRecord row : rows) {
        turns.add(of(row, "curr"));
        turns.add(of(row, "res"));
      }
      return turns;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new TrainerException(
          "styletalk: %s cannot be read: %s".formatted(annotations, e.getMessage()), e);
    }
  }

  private static StyletalkTurn of(CSVRecord row, String turn) {
    return new StyletalkTurn(
        row.get("diag_id"),
        row.get(turn + "_audio_id"),
        row.get(turn + "_text").replaceFirst("^[AB]\\s*:\\s*", ""),
        row.get(turn + "_emotion"));
  }
}
