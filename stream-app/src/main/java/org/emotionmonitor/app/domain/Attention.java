package org.emotionmonitor.app.domain;

import java.util.List;

/**
 * Where in the window the model looked.
 *
 * @param stepMs time that one weight stands for
 * @param weights from the window's begin to its end; they sum to 1
 */
public record Attention(int stepMs, List<Float> weights) {

  public Attention {
    weights = List.copyOf(weights);
  }
}
