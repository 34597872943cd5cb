package org.emotionmonitor.trainer.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.trainer.augment.Background;
import org.emotionmonitor.trainer.augment.Recipe;
import org.emotionmonitor.trainer.corpus.Utterance;

/**
 * Names a cached example by everything that its features depend on, so that a changed spec,
 * recording, recipe or seed misses the cache.
 */
final class CacheKey {

  /** To be raised when a recipe or the front end changes what it computes. */
  private static final int GENERATION = 5;

  private CacheKey() {}

  static Path file(
      Path folder, Utterance utterance, Recipe recipe, Background background, long seed)
      throws IOException {
    String text =
        String.join(
            "|",
            FeatureSpec.hash(),
            Integer.toString(GENERATION),
            utterance.file().toRealPath().toString(),
            Long.toString(Files.size(utterance.file())),
            Files.getLastModifiedTime(utterance.file()).toString(),
            utterance.syllables() + "/" + utterance.speechSeconds(),
            Double.toString(utterance.activeLevelDb()),
            recipe.name(),
            recipe.usesBackground() ? background.id() : "",
            Long.toString(seed));
    String hash = sha256(text);
    return folder.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 34) + ".f32");
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
