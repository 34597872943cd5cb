package org.emotionmonitor.app.config;

import java.time.Duration;

/**
 * Times of a leg.
 *
 * @param hopSeconds audio between two windows
 * @param firstWindowSeconds audio before the first window
 * @param speechEnd silence after which speech has ended; zero: it never does
 * @param reorderWait how long, in capture time, a missing chunk is waited for
 * @param maxGap the longest loss that is believed
 * @param idleEnd wall-clock time without audio after which a leg has ended
 * @param pauseEnd the same while it is paused
 */
public record TimingConfig(
    double hopSeconds,
    double firstWindowSeconds,
    Duration speechEnd,
    Duration reorderWait,
    Duration maxGap,
    Duration idleEnd,
    Duration pauseEnd) {}
