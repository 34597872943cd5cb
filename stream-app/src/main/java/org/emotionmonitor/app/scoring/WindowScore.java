package org.emotionmonitor.app.scoring;

import java.util.BitSet;

/**
 * The answer for one window.
 *
 * @param speechFrames frames of 10 ms that are speech
 * @param speech which frames of the window are speech
 * @param estimates what the signal itself tells
 * @param probabilities the model's answer; null if there was too little speech to ask it
 * @param queuedMs from the request to the begin of the window's batch
 * @param scoringMs the model's run of the window's batch; 0 if it was not asked
 */
public record WindowScore(
    int speechFrames,
    BitSet speech,
    Estimates estimates,
    Probabilities probabilities,
    double queuedMs,
    double scoringMs) {

  /** Whether there was too little speech for an estimate. */
  public boolean abstained() {
    return probabilities == null;
  }
}
