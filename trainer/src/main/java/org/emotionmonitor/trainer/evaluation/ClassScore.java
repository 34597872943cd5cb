package org.emotionmonitor.trainer.evaluation;

/**
 * How well one class is told, or an average over classes.
 *
 * @param label the class; of an average its name
 * @param support utterances of it
 * @param precision share of right answers among the answers of this class; 0 without an answer
 * @param recall share of its utterances that were answered so; NaN without an utterance
 * @param f1 harmonic mean of the two
 */
public record ClassScore(String label, int support, double precision, double recall, double f1) {}
