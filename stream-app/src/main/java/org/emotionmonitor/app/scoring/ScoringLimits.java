package org.emotionmonitor.app.scoring;

import java.time.Duration;

/**
 * How windows are put together.
 *
 * @param maxBatch windows that the model gets in one call
 * @param maxWait how long a window waits for others before its batch begins
 * @param queue windows that may wait for the model; more are not accepted
 * @param deadline a batch that takes longer makes the service not ready
 */
public record ScoringLimits(int maxBatch, Duration maxWait, int queue, Duration deadline) {}
