package org.emotionmonitor.app.domain;

/**
 * How good the window's audio was.
 *
 * @param lossPct share of the window that never arrived and was replaced by silence, in percent
 * @param clippedPct share of its samples that are clipped, in percent
 * @param bandHz effective bandwidth of the speech in Hz; null without enough speech
 * @param snrDb estimated signal-to-noise ratio in dB, -10 to 60; null if there is not enough speech
 *     or nothing but speech
 */
public record Quality(double lossPct, double clippedPct, Integer bandHz, Float snrDb) {}
