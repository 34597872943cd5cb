package org.emotionmonitor.app.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.emotionmonitor.core.domain.Role;

/**
 * What policy decided for a leg; one per leg.
 *
 * @param reason for people, such as {@code role agent is not analysed}
 * @param policy the profile that decided
 * @param at capture time of the start record
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditRecord(
    String callId,
    String legId,
    Role role,
    Decision decision,
    String reason,
    String policy,
    Instant at,
    String agentId,
    String queue) {}
