package org.emotionmonitor.app.gateway.board;

/**
 * A window's place in its leg, in milliseconds of the leg's audio.
 *
 * @param startMs where the window begins
 * @param endMs where it ends; identifies the window within its leg
 * @param speechMs how much of it is speech
 */
public record Span(long startMs, long endMs, long speechMs) {}
