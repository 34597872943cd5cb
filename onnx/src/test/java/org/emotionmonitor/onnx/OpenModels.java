package org.emotionmonitor.onnx;

import java.nio.file.Path;

/** Opens models in a JVM of its own, whose standard error a test can see: native code writes it. */
final class OpenModels {

  private OpenModels() {}

  public static void main(String[] models) {
    for (String model : models) {
      try (Scorer scorer = Scorer.open(Path.of(model), ScorerOptions.defaults())) {
        System.out.println(scorer.info().describe());
      } catch (ModelException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
