package org.emotionmonitor.trainer.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Groups examples of similar length into batches, so that little of a batch is padding. */
public final class Batches {

  /** Batches' worth of shuffled examples that are sorted together. */
  private static final int POOL = 12;

  private Batches() {}

  /** Batches of one epoch in random order; the same for the same random state. */
  public static List<List<Example>> shuffled(List<Example> examples, int size, Random random) {
    List<Example> order = new ArrayList<>(examples);
    Collections.shuffle(order, random);
    List<List<Example>> batches = new ArrayList<>();
    for (int i = 0; i < order.size(); i += POOL * size) {
      batches.addAll(sorted(order.subList(i, Math.min(order.size(), i + POOL * size)), size));
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  /** Batches by length. */
  public static List<List<Example>> sorted(List<Example> examples, int size) {
    List<Example> order = new ArrayList<>(examples);
    order.sort(Comparator.comparingInt(Example::frames));
    List<List<Example>> batches = new ArrayList<>();
    for (int i = 0; i < order.size(); i += size) {
      batches.add(List.copyOf(order.subList(i, Math.min(order.size(), i + size))));
    }
    return batches;
  }
}
