package org.emotionmonitor.app.ingest;

import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;

/**
 * One channel of a file, played as one leg of a call.
 *
 * @param key the leg
 * @param role who speaks on it
 * @param channel of the file, from 0
 */
public record LegPlan(LegKey key, Role role, int channel) {}
