package org.emotionmonitor.app.config;

import java.time.Duration;

/**
 * Summaries of legs and calls.
 *
 * @param every audio between two summaries of a live leg
 */
public record SummariesConfig(Duration every) {}
