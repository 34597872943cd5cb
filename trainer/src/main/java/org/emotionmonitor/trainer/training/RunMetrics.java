package org.emotionmonitor.trainer.training;

import java.util.List;
import java.util.Map;
import org.emotionmonitor.trainer.evaluation.Report;

/**
 * The numbers of a finished run.
 *
 * @param split what the reports are of, such as {@code dev}
 * @param bestEpoch the epoch that was kept
 * @param temperature fitted on dev, in the exported graph
 * @param trainUtterances per corpus
 */
public record RunMetrics(
    String trainerVersion,
    long seed,
    int epochs,
    int bestEpoch,
    double temperature,
    Map<String, Long> trainUtterances,
    String split,
    List<Report> reports) {}
