package org.emotionmonitor.trainer.data;

/**
 * What is done to a training batch so that the network relies on no single thing.
 *
 * @param smoothing share of a label that is spread over all classes (Szegedy et al. 2016)
 * @param variation strength of {@link FeatureVariation}; 0 for none
 * @param mask strength of the masks on features, see {@link FeatureMask}; 0 for none
 */
public record TrainingNoise(double smoothing, double variation, double mask) {

  /** Nothing, as for evaluation. */
  public static final TrainingNoise NONE = new TrainingNoise(0, 0, 0);
}
