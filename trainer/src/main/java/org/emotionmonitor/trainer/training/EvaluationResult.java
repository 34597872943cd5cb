package org.emotionmonitor.trainer.training;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.trainer.corpus.LabelSet;
import org.emotionmonitor.trainer.evaluation.Coverage;
import org.emotionmonitor.trainer.evaluation.Reliability;
import org.emotionmonitor.trainer.evaluation.Report;

/**
 * All that is measured of a network on one split.
 *
 * @param temperature of the calibrated numbers
 * @param conditions a report each; the first one is what everything below is of
 * @param groups a report per value, by what the values are of, such as {@code corpus}
 * @param reliabilityBefore before temperature scaling
 * @param coverage accuracy against the share that is answered
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EvaluationResult(
    String split,
    LabelSet labels,
    double temperature,
    List<Report> conditions,
    Map<String, List<Report>> groups,
    List<Reliability.Bin> reliabilityBefore,
    List<Reliability.Bin> reliabilityAfter,
    List<Coverage.Point> coverage) {}
