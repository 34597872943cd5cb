package org.emotionmonitor.trainer.prepare;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Properties;

/** Syllables of the few sentences that a corpus consists of, by the corpus' codes. */
final class Sentences {

  private final Properties counts;

  private Sentences(Properties counts) {
    this.counts = counts;
  }

  /** Those that come with the trainer. */
  static Sentences of(String corpus) {
    Properties counts = new Properties();
    try (InputStream in =
        Sentences.class.getResourceAsStream("syllables-" + corpus + ".properties")) {
      counts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the trainer's jar is damaged: syllables of " + corpus, e);
    }
    return new Sentences(counts);
  }

  OptionalInt syllables(String code) {
    String count = counts.getProperty(code);
    return count == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(count));
  }
}
