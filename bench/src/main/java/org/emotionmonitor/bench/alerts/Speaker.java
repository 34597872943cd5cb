package org.emotionmonitor.bench.alerts;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A speaker of a corpus: a CSV file with the columns "file" (relative to it), {@code speaker},
 * {@code label} and {@code split}.
 *
 * @param files by label
 */
record Speaker(String name, Map<String, List<Path>> files) {

  static List<Speaker> list(Path manifest, String split) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    Map<String, Speaker> speakers = new TreeMap<>();
    try (Reader reader = Files.newBufferedReader(manifest);
        CSVParser rows = CSVParser.parse(reader, format)) {
      for (CSVRecord row : rows) {
        if (row.get("split").equals(split) && !row.get("label").isEmpty()) {
          speakers
              .computeIfAbsent(row.get("speaker"), name -> new Speaker(name, new TreeMap<>()))
              .files()
              .computeIfAbsent(row.get("label"), label -> new ArrayList<>())
              .add(manifest.resolveSibling(row.get("file")));
        }
      }
    }
    return List.copyOf(speakers.values());
  }

  List<Path> of(List<String> labels) {
    List<Path> all = new ArrayList<>();
    labels.forEach(label -> all.addAll(files.getOrDefault(label, List.of())));
    return all;
  }
}
