package org.emotionmonitor.app.domain;

import java.time.Instant;
import org.emotionmonitor.core.domain.Role;

/**
 * What the events of one window have in common.
 *
 * @param callId the conversation
 * @param legId the party
 * @param role who speaks
 * @param window the part of the leg
 * @param trigger why it was scored
 * @param degraded whether windows of the leg are left out at the time, as scoring cannot keep up
 * @param quality how good its audio was
 * @param model which model scored it
 * @param latencyMs where the time went
 * @param capturedAt capture time of the chunk that completed the window
 */
public record EventHead(
    String callId,
    String legId,
    Role role,
    Window window,
    Trigger trigger,
    boolean degraded,
    Quality quality,
    ModelRef model,
    Latency latencyMs,
    Instant capturedAt) {}
