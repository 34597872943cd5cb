package org.emotionmonitor.app.config;

/**
 * The speech gate.
 *
 * @param minSpeechMs speech that a window needs to be scored, in ms
 */
public record SpeechConfig(int minSpeechMs) {}
