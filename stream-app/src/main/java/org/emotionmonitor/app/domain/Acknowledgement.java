package org.emotionmonitor.app.domain;

import java.time.Instant;

/**
 * Somebody knows about an alert.
 *
 * @param by who
 * @param at when they said so
 * @param note what they added; null if nothing
 */
public record Acknowledgement(String by, Instant at, String note) {}
