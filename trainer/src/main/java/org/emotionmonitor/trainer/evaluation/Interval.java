package org.emotionmonitor.trainer.evaluation;

/** Where a number lies with 95 % confidence. */
public record Interval(double low, double high) {}
