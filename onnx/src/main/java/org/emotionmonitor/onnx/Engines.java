package org.emotionmonitor.onnx;

/** Loads models; the seam at which tests make a GPU fail. */
interface Engines {

  /** Whether this build of ONNX Runtime has the provider, be it usable here or not. */
  boolean has(Provider provider);

  /**
   * Loads a model.
   *
   * @throws ModelException if the model or the provider cannot be loaded
   */
  Engine open(ModelFile file, ScorerOptions options, Provider provider);
}
