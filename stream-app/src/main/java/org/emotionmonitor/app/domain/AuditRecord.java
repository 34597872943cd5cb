package org.emotionmonitor.app.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.emotionmonitor.core.domain.Role;

/**
 * What policy decided for a leg: one record per decision, so one at its start, and one whenever a
 * consent record switches its analysis on or off.
 *
 * @param consent what the party said
 * @param reason for people, such as {@code role agent is not analysed}
 * @param policy the profile that decided
 * @param lawfulBasis the operator's text; null if there is none
 * @param at capture time of the record that was decided upon
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditRecord(
    String callId,
    String legId,
    Role role,
    Consent consent,
    Decision decision,
    String reason,
    String policy,
    String lawfulBasis,
    Instant at,
    String agentId,
    String queue) {}
