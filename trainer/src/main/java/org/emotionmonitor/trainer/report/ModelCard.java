package org.emotionmonitor.trainer.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.data.InputForm;
import org.emotionmonitor.trainer.export.Variant;
import org.emotionmonitor.trainer.training.EvaluationResult;
import org.emotionmonitor.trainer.training.RunMetrics;
import org.emotionmonitor.trainer.training.TrainSettings;

/** The model card, from a template and a run's numbers. */
public final class ModelCard {

  private static final String TEMPLATE = "card.md";

  private final TrainSettings settings;
  private final RunMetrics metrics;
  private final List<EvaluationResult> evaluations;
  private final List<Variant> variants;

  /**
   * @param evaluations of the splits, dev first
   * @param variants what was exported; may be empty
   */
  public ModelCard(
      TrainSettings settings,
      RunMetrics metrics,
      List<EvaluationResult> evaluations,
      List<Variant> variants) {
    this.settings = settings;
    this.metrics = metrics;
    this.evaluations = List.copyOf(evaluations);
    this.variants = List.copyOf(variants);
  }

  /** The card in Markdown. */
  public String markdown(String name, String version, String date) {
    String text = resource(TEMPLATE);
    for (Map.Entry<String, String> value : values(name, version, date).entrySet()) {
      text = text.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return text;
  }

  private Map<String, String> values(String name, String version, String date) {
    Map<String, String> v = new TreeMap<>();
    v.put("name", name);
    v.put("version", version);
    v.put("date", date);
    v.put("classes", Integer.toString(settings.labels().size()));
    v.put("labels", String.join(", ", settings.labels().names()));
    v.put("model", metrics.model());
    v.put("layers", Integer.toString(settings.network().layers()));
    v.put("hidden", Integer.toString(settings.network().hidden()));
    v.put("pooling", settings.network().pooling().toString());
    v.put("parameters", String.format(Locale.ROOT, "%,d", metrics.parameters()));
    v.put("spec", FeatureSpec.NAME);
    v.put("input", views());
    v.put("steps", steps());
    v.put("temperature", String.format(Locale.ROOT, "%.3f", metrics.temperature()));
    v.put("corpora", corpora().toString());
    v.put("slow", Double.toString(settings.thresholds().slowBelow()));
    v.put("fast", Double.toString(settings.thresholds().fastFrom()));
    v.put("soft", Double.toString(settings.thresholds().softBelow()));
    v.put("loud", Double.toString(settings.thresholds().loudFrom()));
    v.put("recipes", labels(settings.data().recipes()));
    v.put("conditions", labels(settings.data().conditions()));
    v.put("epochs", Integer.toString(metrics.epochs()));
    v.put("networks", networks());
    v.put(
        "bestEpochs",
        metrics.bestEpochs().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    v.put("seed", Long.toString(metrics.seed()));
    v.put("trainer", metrics.trainerVersion());
    v.put("chance", EvaluationMarkdown.percent(1.0 / settings.labels().size()));
    v.put("results", results());
    v.put("variants", variants());
    v.put("languages", languages());
    return v;
  }

  private static String labels(List<Recipe> recipes) {
    return recipes.stream().map(Recipe::label).collect(Collectors.joining(", "));
  }

  private String networks() {
    int count = metrics.bestEpochs().size();
    return count == 1 ? "" : "the mean of %d networks, each ".formatted(count);
  }

  private String views() {
    return settings.views().stream().map(InputForm::toString).collect(Collectors.joining(", "));
  }

  private String steps() {
    int frames = settings.network().framesPerStep();
    return frames == 1 ? "" : ", %d frames averaged into a step".formatted(frames);
  }

  private Table corpora() {
    Map<String, String[]> known = known();
    Table table = new Table("corpus", "language", "licence", "training utterances");
    metrics
        .trainUtterances()
        .forEach(
            (corpus, count) -> {
              String[] k =
                  known.getOrDefault(
                      corpus, new String[] {corpus, corpus, "–", "see its publishers"});
              table.row(k[1], k[2], k[3], count);
            });
    return table;
  }

  private String languages() {
    return metrics.trainUtterances().keySet().stream()
        .map(c -> known().containsKey(c) ? known().get(c)[2] : "that of " + c)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String[]> known() {
    return resource("corpora.csv")
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .collect(Collectors.toMap(cells -> cells[0], cells -> cells));
  }

  private String results() {
    return evaluations.stream().map(ModelCard::result).collect(Collectors.joining("\n"));
  }

  private static String result(EvaluationResult e) {
    String role =
        e.split().equals("dev")
            ? "The epoch and the temperature were chosen on it, so expect a little less elsewhere."
            : "Nothing was chosen on it.";
    return "### Split %s, %d utterances%n%n%s%n%n%s%nBy group, clean:%n%n%s%nBy class, clean:%n%n%s%nTrue class (row) against answer, clean:%n%n%s"
        .formatted(
            e.split(),
            e.conditions().get(0).utterances(),
            role,
            EvaluationMarkdown.conditions(e.conditions()),
            EvaluationMarkdown.groups(e),
            EvaluationMarkdown.classes(e.conditions().get(0)),
            ConfusionTable.of(e.labels(), e.conditions().get(0).confusion()));
  }

  private String variants() {
    if (variants.isEmpty()) {
      return "";
    }
    Table table =
        new Table(
            "format", "MB", "UAR (fp32)", "accuracy (fp32)", "largest difference", "measured");
    for (Variant v : variants) {
      boolean reference = v.parity() != null;
      table.row(
          v.precision(),
          String.format(Locale.ROOT, "%.2f", v.bytes() / 1e6),
          reference ? "–" : EvaluationMarkdown.both(v.uar(), v.uarFp32()),
          reference ? "–" : EvaluationMarkdown.both(v.accuracy(), v.accuracyFp32()),
          String.format(Locale.ROOT, "%.1e", reference ? v.parity() : v.largestDifference()),
          reference ? "against DL4J" : v.measured());
    }
    return "\n### Number formats, on dev\n\n" + table;
  }

  private static String resource(String name) {
    try (InputStream in = ModelCard.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new TrainerException("the trainer's archive lacks " + name + "; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
