package org.emotionmonitor.trainer.prepare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.emotionmonitor.trainer.corpus.Split;

/** Divides a corpus by speakers, women and men in turn; the same for the same seed. */
final class SpeakerSplit {

  private final List<String> speakers;

  private SpeakerSplit(List<String> speakers) {
    this.speakers = speakers;
  }

  /** The speakers of the recordings whose split is free, in random order. */
  static SpeakerSplit of(List<Recording> recordings, long seed) {
    Map<String, List<String>> bySex = new TreeMap<>();
    Map<String, String> sexes = new TreeMap<>();
    recordings.stream()
        .filter(r -> r.split().isEmpty())
        .forEach(r -> sexes.put(r.speaker(), r.sex()));
    sexes.forEach(
        (speaker, sex) -> bySex.computeIfAbsent(sex, s -> new ArrayList<>()).add(speaker));
    Random random = new Random(seed);
    bySex.values().forEach(list -> Collections.shuffle(list, random));
    List<String> order = new ArrayList<>();
    for (int i = 0; order.size() < sexes.size(); i++) {
      for (List<String> list : bySex.values()) {
        if (i < list.size()) {
          order.add(list.get(i));
        }
      }
    }
    return new SpeakerSplit(order);
  }

  /**
   * The split of each speaker. Test and dev get at least one if there are enough speakers, and
   * train always, unless one share is all.
   */
  Map<String, Split> splits(Shares shares) {
    int count = speakers.size();
    int test = part(shares.test(), count, 2);
    int dev = part(shares.dev(), count, 3);
    Map<String, Split> splits = new HashMap<>();
    for (int i = 0; i < count; i++) {
      Split rest = i < test + dev ? Split.DEV : Split.TRAIN;
      splits.put(speakers.get(i), i < test ? Split.TEST : rest);
    }
    return splits;
  }

  private static int part(double share, int count, int needed) {
    if (share == 1) {
      return count;
    }
    if (share == 0 || count < needed) {
      return 0;
    }
    return Math.max(1, Math.min((int) Math.round(share * count), (count - 1) / 2));
  }

  /** The fold of each speaker, from 1. */
  Map<String, Integer> folds(int count) {
    Map<String, Integer> folds = new HashMap<>();
    for (int i = 0; i < speakers.size(); i++) {
      folds.put(speakers.get(i), i % count + 1);
    }
    return folds;
  }
}
