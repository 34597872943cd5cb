package org.emotionmonitor.app.domain;

/**
 * A window that supports an alert.
 *
 * @param startMs begin, in ms of the leg's audio
 * @param endMs end, in ms of the leg's audio
 * @param probability of the rule's classes together
 */
public record AlertWindow(long startMs, long endMs, double probability) {}
