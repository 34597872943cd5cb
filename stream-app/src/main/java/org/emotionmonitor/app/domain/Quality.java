package org.emotionmonitor.app.domain;

/**
 * How good the window's audio was.
 *
 * @param lossPct share of the window that never arrived and was replaced by silence, in percent
 */
public record Quality(double lossPct) {}
