package org.emotionmonitor.bench.vad;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.onnx.vad.SileroActivity;

/**
 * Prints, as Markdown tables, how well speech is found: in utterances with pauses, clean and in
 * noise, at several levels, over two kinds of line; and how often noise alone is taken for speech.
 *
 * <p>{@code SpeechEvaluation CORPUS.csv NOISE.csv [UTTERANCES [SEED]]}. Both manifests are CSV
 * files with a column {@code file}; of a corpus with a column {@code split}, only dev and test are
 * used.
 */
public final class SpeechEvaluation {

  private static final double LEVEL_DB = -26;
  private static final double[] SNR_DB = {20, 10, 5, 0};
  private static final double[] SOFTER_DB = {-36, -46, -56};
  private static final int PER_SEQUENCE = 4;
  private static final int UTTERANCES = 160;

  private final List<List<Clip>> groups = new ArrayList<>();
  private final Map<String, List<float[]>> noises = new TreeMap<>();
  private final List<float[]> allNoises = new ArrayList<>();
  private final Judges judges;
  private final PrintStream out;

  private SpeechEvaluation(
      List<Clip> utterances, List<Clip> noises, SileroActivity silero, PrintStream out)
      throws IOException {
    for (int i = 0; i + PER_SEQUENCE <= utterances.size(); i += PER_SEQUENCE) {
      groups.add(utterances.subList(i, i + PER_SEQUENCE));
    }
    for (Clip clip : noises) {
      float[] samples = clip.load(FeatureSpec.SAMPLE_RATE);
      this.noises.computeIfAbsent(clip.kind(), k -> new ArrayList<>()).add(samples);
      allNoises.add(samples);
    }
    this.judges = new Judges(silero);
    this.out = out;
  }

  /** Runs the evaluation. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args.length < 2) {
      out.println("usage: SpeechEvaluation CORPUS.csv NOISE.csv [UTTERANCES [SEED]]");
      System.exit(2);
    }
    Set<String> heldOut = Set.of("dev", "test");
    List<Clip> utterances =
        Clip.list(
            Path.of(args[0]), row -> !row.isMapped("split") || heldOut.contains(row.get("split")));
    long seed = args.length > 3 ? Long.parseLong(args[3]) : 1;
    Collections.shuffle(utterances, new Random(seed));
    int wanted = args.length > 2 ? Integer.parseInt(args[2]) : UTTERANCES;
    List<Clip> noises = Clip.list(Path.of(args[1]), row -> true);
    try (SileroActivity silero = SileroActivity.open()) {
      new SpeechEvaluation(
              utterances.subList(0, Math.min(wanted, utterances.size())), noises, silero, out)
          .run();
    }
  }

  private void run() throws IOException {
    for (Line line : Line.values()) {
      out.printf("%n%s: precision / recall%n%n", line.title);
      heading("condition");
      mixtures(line);
      softer(line);
      out.printf("%nCPU per second of audio: %s%n", judges.cost());
    }
    for (Line line : Line.values()) {
      out.printf("%n%s: share of noise taken for speech%n%n", line.title);
      heading("noise");
      for (Map.Entry<String, List<float[]>> kind : noises.entrySet()) {
        Counts[] counts = Judges.counts();
        for (float[] noise : kind.getValue()) {
          judges.judge(line.carry(noise), line.rate, new boolean[0], counts);
        }
        row(kind.getKey().replace('_', ' '), counts, Counts::falseSpeech);
      }
    }
  }

  private void mixtures(Line line) throws IOException {
    List<Sequence> sequences = sequences(LEVEL_DB);
    Counts[] clean = Judges.counts();
    for (Sequence sequence : sequences) {
      judges.judge(line.carry(sequence.samples()), line.rate, sequence.speech(), clean);
    }
    row("clean", clean, Counts::precisionRecall);
    for (double snr : SNR_DB) {
      Counts[] counts = Judges.counts();
      for (int i = 0; i < sequences.size(); i++) {
        Sequence sequence = sequences.get(i);
        float[] noise = allNoises.get(i * 7 % allNoises.size());
        float[] mixed = sequence.with(noise, LEVEL_DB, snr);
        judges.judge(line.carry(mixed), line.rate, sequence.speech(), counts);
      }
      row("%.0f dB SNR".formatted(snr), counts, Counts::precisionRecall);
    }
  }

  private void softer(Line line) throws IOException {
    for (double level : SOFTER_DB) {
      Counts[] counts = Judges.counts();
      for (Sequence sequence : sequences(level)) {
        judges.judge(line.carry(sequence.samples()), line.rate, sequence.speech(), counts);
      }
      row("clean, %.0f dBFS".formatted(level), counts, Counts::precisionRecall);
    }
  }

  private List<Sequence> sequences(double levelDb) throws IOException {
    List<Sequence> sequences = new ArrayList<>();
    for (List<Clip> group : groups) {
      sequences.add(Sequence.of(group, levelDb));
    }
    return sequences;
  }

  private void heading(String first) {
    String[] titles = Judges.titles();
    out.printf("| %s | %s |%n", first, String.join(" | ", titles));
    out.printf("|---|%s%n", "---|".repeat(titles.length));
  }

  private void row(String name, Counts[] counts, Function<Counts, String> cell) {
    List<String> cells = new ArrayList<>();
    for (Counts count : counts) {
      cells.add(cell.apply(count));
    }
    out.printf("| %s | %s |%n", name, String.join(" | ", cells));
  }
}
