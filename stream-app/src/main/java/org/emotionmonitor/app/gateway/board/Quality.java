package org.emotionmonitor.app.gateway.board;

/**
 * How good a window's audio was. A number that was not told is NaN.
 *
 * @param lossPct lost audio in the window, percent
 * @param clippedPct clipped samples, percent
 * @param bandHz effective bandwidth of the speech
 * @param snrDb estimated signal-to-noise ratio
 */
public record Quality(float lossPct, float clippedPct, float bandHz, float snrDb) {}
