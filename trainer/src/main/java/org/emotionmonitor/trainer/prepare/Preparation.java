package org.emotionmonitor.trainer.prepare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.Mapping;
import org.emotionmonitor.trainer.corpus.Split;
import org.emotionmonitor.trainer.progress.Progress;
import org.emotionmonitor.trainer.progress.Workers;

/**
 * Makes the rows of a manifest of the recordings of corpora.
 *
 * @param mapping from the corpora's emotions to labels
 * @param folds of a cross-validation, speaker-disjoint; 0 for none
 * @param seed of the speakers' order
 */
record Preparation(Mapping mapping, Shares shares, int folds, long seed, int threads) {

  /**
   * The rows of one corpus.
   *
   * @throws TrainerException that names the file, if it is no audio or its emotion is not mapped
   */
  List<Row> rows(Layout layout, Path folder) {
    List<Recording> recordings = layout.find(folder);
    SpeakerSplit speakers = SpeakerSplit.of(recordings, seed);
    Map<String, Split> splits = speakers.splits(shares(recordings));
    Map<String, Integer> numbers = folds == 0 ? Map.of() : speakers.folds(folds);
    List<Measurement> measured = measure(layout, recordings);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < recordings.size(); i++) {
      Recording r = recordings.get(i);
      Split split = r.split().orElseGet(() -> splits.get(r.speaker()));
      int fold = numbers.getOrDefault(r.speaker(), 0);
      rows.add(new Row(layout, r, measured.get(i), label(layout, r), split, fold));
    }
    return rows;
  }

  /** A corpus that comes with a test split gets no second one. */
  private Shares shares(List<Recording> recordings) {
    boolean hasTest =
        recordings.stream().anyMatch(r -> r.split().filter(Split.TEST::equals).isPresent());
    double rest = shares.train() + shares.dev();
    return hasTest && rest > 0 ? new Shares(shares.train() / rest, shares.dev() / rest, 0) : shares;
  }

  private String label(Layout layout, Recording r) {
    try {
      return mapping.className(layout.corpus(), r.emotion()).orElse("");
    } catch (IllegalArgumentException e) {
      throw new TrainerException(r.file() + ": " + e.getMessage(), e);
    }
  }

  private List<Measurement> measure(Layout layout, List<Recording> recordings) {
    try (Progress progress = Progress.bar("measuring " + layout.corpus(), recordings.size())) {
      return Workers.map(recordings, threads, progress, r -> measure(layout, r));
    }
  }

  private static Measurement measure(Layout layout, Recording r) {
    try {
      return Measurement.of(r.file());
    } catch (IOException | IllegalArgumentException e) {
      throw new TrainerException(
          "%s: file %s cannot be used: %s. %s"
              .formatted(layout.corpus(), r.file(), e.getMessage(), layout.source()),
          e);
    }
  }
}
