package org.emotionmonitor.bench.alerts;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.emotionmonitor.app.config.AlertRule;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.bench.Recording;
import org.emotionmonitor.core.audio.Encoding;

/**
 * What sounds that are not speech lead to: how many windows get an estimate instead of {@code
 * no_speech}, and how many alerts the configured rules raise. Recordings are looped with a gain
 * that changes at each turn, at their own rate and as 8 kHz µ-law.
 */
public final class FalseAlarms {

  private static final String USAGE =
      "FalseAlarms --noise MANIFEST.csv [--hours 2] [--seed 1] [--set \"key=value ...\"]";
  private static final int TELEPHONE = 8_000;
  private static final int SECONDS_OF_TONES = 600;
  private static final double QUIETEST_DB = -30;
  private static final double PEAK = 0.99;

  private final Setup setup;
  private final Config config;
  private final ScoringService scoring;
  private final Random random;
  private int windows;
  private int labelled;
  private int alerts;
  private double hours;

  private FalseAlarms(Setup setup, Config config, ScoringService scoring) {
    this.setup = setup;
    this.config = config;
    this.scoring = scoring;
    this.random = new Random(Long.parseLong(setup.get("--seed", "1")));
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException {
    Setup setup = new Setup(args, USAGE, "--noise");
    Config config = setup.config();
    try (ScoringService scoring = Setup.scoring(config)) {
      new FalseAlarms(setup, config, scoring).run();
    }
  }

  private void run() throws IOException {
    setup.out.printf(
        "model %s %s (%s)%n%n",
        scoring.model().name(), scoring.model().version(), scoring.model().sha256());
    setup.out.printf(
        "| sound | hours | windows | with an estimate | alerts |%n|---|---|---|---|---|%n");
    Map<String, List<Path>> kinds = kinds(setup.path("--noise"));
    double seconds = Double.parseDouble(setup.get("--hours", "2")) * 3_600 / kinds.size();
    for (boolean telephone : new boolean[] {false, true}) {
      for (Map.Entry<String, List<Path>> kind : kinds.entrySet()) {
        String line = telephone ? ", 8 kHz µ-law" : ", own rate";
        row(kind.getKey().replace('_', ' ') + line, loop(kind.getValue(), seconds, telephone));
      }
    }
    for (Map.Entry<String, float[]> sound : Sounds.all(SECONDS_OF_TONES, 1).entrySet()) {
      row(sound.getKey(), call(sound.getValue(), TELEPHONE, true));
    }
    total();
  }

  private void row(String name, TestCall call) {
    Scored scored = Scored.of(call, config, scoring);
    int raised = 0;
    for (AlertRule rule : config.alerts().rules()) {
      raised += new RuleTrial(rule).on(List.of(scored)).falseAlerts();
    }
    print(name, call.hours(), scored.windows().size(), scored.labelled(), raised);
    hours += call.hours();
    windows += scored.windows().size();
    labelled += scored.labelled();
    alerts += raised;
  }

  private void total() {
    print("**all**", hours, windows, labelled, alerts);
  }

  private void print(String name, double hoursOf, int all, int some, int raised) {
    setup.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %d | %d (%.2f %%) | %d |%n",
        name,
        hoursOf,
        all,
        some,
        100.0 * some / all,
        raised);
  }

  private TestCall loop(List<Path> files, double seconds, boolean telephone) throws IOException {
    float[] out = new float[0];
    int length = 0;
    int rate = 0;
    List<float[]> clips = new ArrayList<>();
    for (Path path : files) {
      rate = telephone ? TELEPHONE : Recording.sampleRate(path);
      clips.add(Recording.load(path, rate));
    }
    for (int i = 0; length < seconds * rate; i++) {
      float[] clip = clips.get(i % clips.size());
      out = Arrays.copyOf(out, Math.max(out.length, 2 * (length + clip.length)));
      double gain = gain(clip);
      for (int k = 0; k < clip.length; k++) {
        out[length + k] = (float) (gain * clip[k]);
      }
      length += clip.length;
    }
    return call(Arrays.copyOf(out, length), rate, telephone);
  }

  /** A peak from 30 dB below full scale to full scale. */
  private double gain(float[] clip) {
    double peak = 1e-9;
    for (float x : clip) {
      peak = Math.max(peak, Math.abs(x));
    }
    return PEAK / peak * Math.pow(10, QUIETEST_DB * random.nextDouble() / 20);
  }

  private static TestCall call(float[] samples, int rate, boolean telephone) {
    Encoding encoding = telephone ? Encoding.PCMU : Encoding.S16LE;
    return new TestCall("noise", samples, rate, encoding, List.of());
  }

  private static Map<String, List<Path>> kinds(Path manifest) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    Map<String, List<Path>> kinds = new TreeMap<>();
    try (Reader reader = Files.newBufferedReader(manifest);
        CSVParser rows = CSVParser.parse(reader, format)) {
      for (CSVRecord row : rows) {
        kinds
            .computeIfAbsent(row.get("class"), kind -> new ArrayList<>())
            .add(manifest.resolveSibling(row.get("file")));
      }
    }
    return kinds;
  }
}
