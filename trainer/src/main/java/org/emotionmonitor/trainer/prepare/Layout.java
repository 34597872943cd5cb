package org.emotionmonitor.trainer.prepare;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;

/** How a corpus was published: where its files are, and what their names mean. */
interface Layout {

  /** Name of the corpus in manifests and mappings. */
  String corpus();

  /** ISO 639-1 code of the language spoken. */
  String language();

  /** Where to get it and what its folder looks like; for messages. */
  String source();

  /**
   * The recordings of a folder.
   *
   * @throws org.emotionmonitor.trainer.TrainerException if there are none, with {@link #source()}
   */
  List<Recording> find(Path folder);

  /** What the name of a file says. */
  @FunctionalInterface
  interface Name {
    Recording recording(Path file, Matcher name);
  }
}
