package org.emotionmonitor.trainer.prepare;

import java.util.List;
import java.util.stream.Collectors;
import org.emotionmonitor.trainer.TrainerException;

/** The corpora whose published layouts are known. */
final class Layouts {

  private static final List<Layout> ALL =
      List.of(
          new RavdessLayout(),
          new EmodbLayout(),
          new NemoLayout(),
          new CremaDLayout(),
          new TessLayout(),
          new SaveeLayout(),
          new StyletalkLayout());

  private Layouts() {}

  static Layout of(String corpus) {
    return ALL.stream()
        .filter(l -> l.corpus().equals(corpus))
        .findFirst()
        .orElseThrow(
            () ->
                new TrainerException(
                    "unknown corpus \"%s\"; known: %s".formatted(corpus, names())));
  }

  static String names() {
    return ALL.stream().map(Layout::corpus).collect(Collectors.joining(", "));
  }
}
