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
import org.emotionmonitor.core.audio.AudioFile;
import org.emotionmonitor.core.audio.Resampler;

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
    try (AudioFile file = AudioFile.open(path)) {
      int own = file.sampleRate();
      return resample(AudioFile.readAll(path)[0], own, rate);
    }
  }

  static float[] resample(float[] in, int from, int to) {
    float[] out = new float[(int) Math.ceil(in.length * (double) to / from)];
    int[] count = new int[1];
    Resampler resampler =
        new Resampler(
            from,
            to,
            0,
            (samples, off, n) -> {
              System.arraycopy(samples, off, out, count[0], n);
              count[0] += n;
            });
    resampler.accept(in, 0, in.length);
    resampler.finish();
    return out;
  }
}
