package org.emotionmonitor.trainer.prepare;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.trainer.TrainerException;
import org.emotionmonitor.trainer.corpus.Mapping;

/** Makes one manifest of the folders of one or more corpora. */
public final class Corpora {

  private Corpora() {}

  /** Names of the corpora whose layouts are known. */
  public static String names() {
    return Layouts.names();
  }

  /**
   * Writes the manifest and tells on {@code out} what is in it.
   *
   * @param folders by the name of the corpus
   * @param mapping from the corpora's emotions to the column {@code label}
   * @param split shares of the speakers in train, dev and test, such as {@code 70/15/15}
   * @param folds of a cross-validation; 0 for none
   * @throws TrainerException that names the corpus and the file or option that is wrong
   */
  public static void prepare(
      Map<String, Path> folders,
      Mapping mapping,
      String split,
      int folds,
      long seed,
      int threads,
      Path manifest,
      PrintStream out) {
    if (folds < 0 || folds == 1 || threads < 1) {
      throw new TrainerException(
          "--folds %d, --threads %d: folds are 0 or at least 2, threads at least 1"
              .formatted(folds, threads));
    }
    Preparation preparation = new Preparation(mapping, Shares.parse(split), folds, seed, threads);
    List<Row> rows = new ArrayList<>();
    folders.forEach(
        (corpus, folder) -> {
          List<Row> own = preparation.rows(Layouts.of(corpus), folder);
          Summary.print(out, corpus, own);
          rows.addAll(own);
        });
    ManifestWriter.write(manifest, rows);
    out.printf("%s written: %d recordings%n", manifest, rows.size());
  }
}
