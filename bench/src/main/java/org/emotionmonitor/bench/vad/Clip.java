package org.emotionmonitor.bench.vad;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.emotionmonitor.bench.Recording;

/**
 * An audio file named by a manifest: a CSV file with a column {@code file}, relative to the
 * manifest's folder.
 *
 * @param kind the manifest's column {@code class}, empty if it has none
 */
record Clip(Path path, String kind) {

  static List<Clip> list(Path manifest, Predicate<CSVRecord> wanted) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    List<Clip> clips = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(manifest);
        CSVParser rows = CSVParser.parse(reader, format)) {
      for (CSVRecord row : rows) {
        if (wanted.test(row)) {
          String kind = row.isMapped("class") ? row.get("class") : "";
          clips.add(new Clip(manifest.resolveSibling(row.get("file")), kind));
        }
      }
    }
    return clips;
  }

  /** The first channel at a rate. */
  float[] load(int rate) throws IOException {
    return Recording.load(path, rate);
  }
}
