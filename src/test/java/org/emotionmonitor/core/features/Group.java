package org.emotionmonitor.core.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Features that share a tolerance against librosa. */
enum Group {
  MFCC("MFCC", 0, 40, "1e-3", 1e-3, false),
  DELTA("MFCC Δ", 40, 80, "1e-3", 1e-3, false),
  DELTA2("MFCC ΔΔ", 80, 120, "1e-3", 1e-3, false),
  LOG_MEL("log-mel", 120, 184, "1e-3 dB", 1e-3, false),
  CENTROID("centroid", 184, 185, "0.1 %", 1e-3, true),
  ROLLOFF("roll-off", 185, 186, "0.1 %", 1e-3, true),
  CONTRAST("contrast", 186, 193, "1e-2 dB", 1e-2, false),
  CHROMA("chroma", 193, 205, "1e-4", 1e-4, false);

  final String label;
  final int from;
  final int to;
  final String allowed;
  final double tolerance;
  final boolean relative;

  /** Whether they are differences over frames. */
  final boolean difference;

  Group(String label, int from, int to, String allowed, double tolerance, boolean relative) {
    this.label = label;
    this.from = from;
    this.to = to;
    this.allowed = allowed;
    this.tolerance = tolerance;
    this.relative = relative;
    this.difference = label.contains("Δ");
  }

  /** The largest difference of these features in any frame, absolute or relative. */
  double largestDifference(float[] ours, Golden golden) {
    double worst = 0;
    for (int frame = 0; frame < golden.frames(); frame++) {
      for (int i = from; i < to; i++) {
        int at = frame * FeatureSpec.FEATURES + i;
        worst = Math.max(worst, difference(ours[at], golden.features()[at]));
      }
    }
    return worst;
  }

  private double difference(double ours, double theirs) {
    double difference = Math.abs(ours - theirs);
    return relative ? difference / Math.max(1, Math.abs(theirs)) : difference;
  }

  /** Writes a table of the largest differences into the module's {@code target}. */
  static void write(String file, Map<Group, Double> worst) throws IOException {
    StringBuilder table = new StringBuilder();
    worst.forEach(
        (group, value) ->
            table.append("| %s | %s | %.1e |%n".formatted(group.label, group.allowed, value)));
    Path target = Files.createDirectories(Path.of("target"));
    Files.writeString(target.resolve(file), table);
  }
}
