package org.emotionmonitor.app.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Labelled;

/**
 * Speech by emotion along a leg, in bins of equal length. When there are too many, neighbours
 * become one: so a leg of any length has its quarters in a bounded state, exact to a part of a bin.
 *
 * @param binMs audio in a bin
 * @param speech by bin, then by emotion in their order, in ms
 */
public record EmotionBins(long binMs, List<List<Long>> speech) {

  /** No audio yet. */
  public static final EmotionBins NONE = new EmotionBins(1_000, List.of());

  private static final int MOST = 64;
  private static final int QUARTERS = 4;
  private static final List<String> LABELS = Labelled.labels(Emotion.class);
  private static final List<Long> ZEROS = LABELS.stream().map(label -> 0L).toList();

  public EmotionBins {
    speech = List.copyOf(speech);
  }

  EmotionBins with(Hop hop) {
    EmotionBins wide = this;
    while ((hop.endMs() - 1) / wide.binMs >= MOST) {
      wide = wide.halved();
    }
    List<List<Long>> bins = new ArrayList<>(wide.speech);
    int index = (int) (Math.max(0, (hop.fromMs() + hop.endMs()) / 2) / wide.binMs);
    while (bins.size() <= index) {
      bins.add(ZEROS);
    }
    if (!hop.abstained()) {
      List<Long> bin = new ArrayList<>(bins.get(index));
      int label = LABELS.indexOf(hop.emotion());
      bin.set(label, bin.get(label) + hop.speechMs());
      bins.set(index, List.copyOf(bin));
    }
    return new EmotionBins(wide.binMs, bins);
  }

  private EmotionBins halved() {
    List<List<Long>> bins = new ArrayList<>();
    for (int i = 0; i < speech.size(); i += 2) {
      List<Long> first = speech.get(i);
      List<Long> second = i + 1 < speech.size() ? speech.get(i + 1) : ZEROS;
      List<Long> both = new ArrayList<>();
      for (int k = 0; k < first.size(); k++) {
        both.add(first.get(k) + second.get(k));
      }
      bins.add(List.copyOf(both));
    }
    return new EmotionBins(2 * binMs, bins);
  }

  /** Speech by emotion in each quarter of so much audio; they add up to the whole. */
  List<Map<String, Long>> quarters(long audioMs) {
    List<Map<String, Long>> quarters = new ArrayList<>();
    for (int q = 0; q < QUARTERS; q++) {
      Map<String, Long> quarter = new LinkedHashMap<>();
      for (int k = 0; k < LABELS.size(); k++) {
        double to = q == QUARTERS - 1 ? Double.MAX_VALUE : audioMs * (q + 1.0) / QUARTERS;
        quarter.put(LABELS.get(k), until(to, k) - until(audioMs * (double) q / QUARTERS, k));
      }
      quarters.add(quarter);
    }
    return quarters;
  }

  /** Speech of a label before {@code ms}; a bin that reaches beyond counts in proportion. */
  private long until(double ms, int label) {
    double sum = 0;
    for (int i = 0; i < speech.size(); i++) {
      double share = Math.max(0, Math.min(1, (ms - (double) i * binMs) / binMs));
      sum += share * speech.get(i).get(label);
    }
    return Math.round(sum);
  }
}
