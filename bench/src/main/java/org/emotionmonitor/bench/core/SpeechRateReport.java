package org.emotionmonitor.bench.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotionmonitor.core.audio.AudioFile;
import org.emotionmonitor.core.rate.SyllableRate;
import org.emotionmonitor.core.vad.VoiceActivity;

/**
 * Compares the syllable rate estimated from the signal with the one counted from the text. Usage:
 * SpeechRateReport MANIFEST.csv [silero|level]; the columns file, language, syllables and speech_s
 * are read, and split, if there is one: the estimator's constants were chosen on train, so what it
 * is worth shows in dev and test.
 */
public final class SpeechRateReport {

  private SpeechRateReport() {}

  /** Prints a Markdown table: correlation and errors per language. */
  public static void main(String[] args) throws IOException {
    Path manifest = Path.of(args[0]);
    List<String> lines = Files.readAllLines(manifest);
    List<String> header = Arrays.asList(lines.get(0).split(",", -1));
    Map<String, List<double[]>> pairs = new TreeMap<>();
    try (VoiceActivity.Factory voices = Heard.detector(args.length > 1 ? args[1] : "silero")) {
      for (String line : lines.subList(1, lines.size())) {
        String[] row = line.split(",", -1);
        String syllables = row[header.indexOf("syllables")];
        if (syllables.isEmpty()) {
          continue;
        }
        Path file = manifest.resolveSibling(row[header.indexOf("file")]);
        double counted =
            Double.parseDouble(syllables) / Double.parseDouble(row[header.indexOf("speech_s")]);
        double estimated = estimate(file, voices);
        int split = header.indexOf("split");
        String part = split < 0 ? "" : "train".equals(row[split]) ? "train" : "held out";
        for (String language : List.of(row[header.indexOf("language")], "all")) {
          String key = "%s | %s".formatted(part, language);
          pairs.computeIfAbsent(key, k -> new ArrayList<>()).add(new double[] {counted, estimated});
        }
      }
    }
    System.out.println(
        "| speakers | language | utterances | correlation | mean error | mean absolute error |");
    System.out.println("|---|---|---|---|---|---|");
    pairs.forEach(SpeechRateReport::print);
  }

  private static double estimate(Path file, VoiceActivity.Factory voices) throws IOException {
    int rate;
    try (AudioFile audio = AudioFile.open(file)) {
      rate = audio.sampleRate();
    }
    Heard heard = Heard.of(AudioFile.readAll(file)[0], rate, voices);
    return SyllableRate.of(heard.frontEnd(), heard.frames(), heard.frames(), heard.speech());
  }

  private static void print(String group, List<double[]> all) {
    List<double[]> pairs = all.stream().filter(p -> !Double.isNaN(p[1])).toList();
    double mx = pairs.stream().mapToDouble(p -> p[0]).average().orElse(0);
    double my = pairs.stream().mapToDouble(p -> p[1]).average().orElse(0);
    double xy = pairs.stream().mapToDouble(p -> (p[0] - mx) * (p[1] - my)).sum();
    double xx = pairs.stream().mapToDouble(p -> (p[0] - mx) * (p[0] - mx)).sum();
    double yy = pairs.stream().mapToDouble(p -> (p[1] - my) * (p[1] - my)).sum();
    double mae = pairs.stream().mapToDouble(p -> Math.abs(p[0] - p[1])).average().orElse(0);
    System.out.printf(
        "| %s | %d of %d | %.2f | %+.2f | %.2f |%n",
        group, pairs.size(), all.size(), xy / Math.sqrt(xx * yy), my - mx, mae);
  }
}
