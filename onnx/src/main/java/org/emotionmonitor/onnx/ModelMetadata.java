package org.emotionmonitor.onnx;

import static org.emotionmonitor.onnx.MetadataProps.requireList;
import static org.emotionmonitor.onnx.MetadataProps.requireText;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;
import org.emotionmonitor.core.features.FeatureSpec;

/**
 * What a model file says of itself, in its ONNX {@code metadata_props}.
 *
 * @param spec name of the feature spec, such as {@code v1}
 * @param specHash {@link FeatureSpec#hash()} at training time
 * @param emotions labels of the first head, in order
 * @param rates labels of the second head, in order
 * @param volumes labels of the third head, in order
 * @param name what the model is called
 * @param version the model's version, such as {@code 1.0.0}
 * @param corpora names of the corpora it was trained on; without commas
 * @param split how training, dev and test were told apart, such as {@code speaker-disjoint}
 * @param metrics JSON object with the numbers of the evaluation, as text
 * @param trainerVersion version of the trainer
 * @param date day of the training
 */
public record ModelMetadata(
    String spec,
    String specHash,
    List<String> emotions,
    List<String> rates,
    List<String> volumes,
    String name,
    String version,
    List<String> corpora,
    String split,
    String metrics,
    String trainerVersion,
    LocalDate date) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException that names the part which is missing
   */
  public ModelMetadata {
    requireText(MetadataProps.SPEC, spec);
    requireText(MetadataProps.SPEC_HASH, specHash);
    emotions = requireList(MetadataProps.EMOTIONS, emotions);
    rates = requireList(MetadataProps.RATES, rates);
    volumes = requireList(MetadataProps.VOLUMES, volumes);
    requireText(MetadataProps.NAME, name);
    requireText(MetadataProps.VERSION, version);
    corpora = requireList(MetadataProps.CORPORA, corpora);
    requireText(MetadataProps.SPLIT, split);
    requireText(MetadataProps.METRICS, metrics);
    requireText(MetadataProps.TRAINER_VERSION, trainerVersion);
    Objects.requireNonNull(date, MetadataProps.DATE);
  }

  /** Metadata of a model for this build: its feature spec, the spec's hash, and its labels. */
  public static ModelMetadata of(
      String name,
      String version,
      List<String> corpora,
      String split,
      String metrics,
      String trainerVersion,
      LocalDate date) {
    return new ModelMetadata(
        FeatureSpec.NAME,
        FeatureSpec.hash(),
        Labelled.labels(Emotion.class),
        Labelled.labels(Rate.class),
        Labelled.labels(Volume.class),
        name,
        version,
        corpora,
        split,
        metrics,
        trainerVersion,
        date);
  }

  /** The keys and values to write as {@code metadata_props}, in a fixed order. */
  public Map<String, String> toProps() {
    return MetadataProps.write(this);
  }

  /**
   * Reads what {@link #toProps()} wrote; unknown keys are ignored.
   *
   * @throws IllegalArgumentException that names the key that is missing or cannot be read
   */
  public static ModelMetadata fromProps(Map<String, String> props) {
    return MetadataProps.read(props);
  }
}
