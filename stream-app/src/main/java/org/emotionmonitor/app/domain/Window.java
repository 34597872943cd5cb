package org.emotionmonitor.app.domain;

/**
 * What part of a leg a score is about.
 *
 * @param startMs begin, in ms of the leg's audio
 * @param endMs end, in ms of the leg's audio
 * @param speechMs how much of it is speech
 */
public record Window(long startMs, long endMs, long speechMs) {}
