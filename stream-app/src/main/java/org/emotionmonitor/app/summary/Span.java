package org.emotionmonitor.app.summary;

/**
 * Somebody speaks.
 *
 * @param from begin, in ms since 1970
 * @param to end, in ms since 1970
 */
public record Span(long from, long to) {}
