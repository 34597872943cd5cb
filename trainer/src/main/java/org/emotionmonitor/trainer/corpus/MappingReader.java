package org.emotionmonitor.trainer.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.emotionmonitor.trainer.TrainerException;

/**
 * Reads a mapping: CSV in UTF-8 with the header {@code corpus,original,class}, comments after
 * {@code #}. The classes are numbered in the order of their first line.
 */
public final class MappingReader {

  /**
   * Mappings that come with the trainer: the product's five classes over all corpora, and each
   * corpus' own classes.
   */
  public static final List<String> SHIPPED =
      List.of("product", "ravdess", "emodb", "nemo", "crema-d", "tess", "savee", "styletalk");

  private static final List<String> COLUMNS = List.of("corpus", "original", "class");

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .get();

  private final String name;

  private MappingReader(String name) {
    this.name = name;
  }

  /**
   * A mapping that comes with the trainer, or else that of a file.
   *
   * @throws TrainerException that names the file, the line and what is wrong
   */
  public static Mapping read(String nameOrFile) {
    if (SHIPPED.contains(nameOrFile)) {
      return shipped(nameOrFile);
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new TrainerException(
          "mapping \"%s\" is neither a file nor one of %s"
              .formatted(nameOrFile, String.join(", ", SHIPPED)));
    }
    try (Reader in = Files.newBufferedReader(file)) {
      return new MappingReader(nameOrFile).read(in);
    } catch (IOException e) {
      throw new TrainerException("mapping " + nameOrFile + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Mapping shipped(String name) {
    String resource = "mappings/" + name + ".csv";
    try (InputStream in = MappingReader.class.getResourceAsStream(resource)) {
      return new MappingReader(name).read(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the trainer's jar is damaged: " + resource, e);
    }
  }

  private Mapping read(Reader in) throws IOException {
    Map<String, Map<String, String>> classes = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>();
    try (CSVParser parser = FORMAT.parse(in)) {
      if (!parser.getHeaderNames().equals(COLUMNS)) {
        throw new TrainerException(
            "mapping %s begins with \"%s\"; its header must be \"%s\""
                .formatted(
                    name, String.join(",", parser.getHeaderNames()), String.join(",", COLUMNS)));
      }
      for (CSVRecord row : parser) {
        add(row, parser.getCurrentLineNumber(), classes, names);
      }
    }
    if (names.size() < 2) {
      throw new TrainerException(
          "mapping %s has the classes %s; there must be at least two".formatted(name, names));
    }
    return new Mapping(name, new LabelSet(List.copyOf(names)), classes);
  }

  private void add(
      CSVRecord row, long line, Map<String, Map<String, String>> classes, Set<String> names) {
    if (!row.isConsistent() || row.get(0).isEmpty() || row.get(1).isEmpty()) {
      throw new TrainerException(
          "mapping %s line %d: \"%s\"; give corpus, original and class, of which only the class may be empty"
              .formatted(name, line, String.join(",", row)));
    }
    String before =
        classes
            .computeIfAbsent(row.get(0), corpus -> new LinkedHashMap<>())
            .putIfAbsent(row.get(1), row.get(2));
    if (before != null) {
      throw new TrainerException(
          "mapping %s line %d: emotion \"%s\" of corpus %s has the class \"%s\" already; keep one line"
              .formatted(name, line, row.get(1), row.get(0), before));
    }
    if (!row.get(2).isEmpty()) {
      names.add(row.get(2));
    }
  }
}
