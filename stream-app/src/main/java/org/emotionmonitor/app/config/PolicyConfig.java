package org.emotionmonitor.app.config;

import java.util.Map;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.core.domain.Role;

/**
 * Who may be analysed. A leg must pass both: its role and its party's consent. A denial is never
 * overruled, so it is no setting.
 *
 * @param profile {@code eu} or {@code custom}
 * @param roles what is done with a leg, by role; has every role
 * @param consentUnknown what is done with a leg whose party's consent is not known
 * @param lawfulBasis on what law the analysis of agents or mono mixes rests; null if there is none
 */
public record PolicyConfig(
    String profile, Map<Role, Decision> roles, Decision consentUnknown, String lawfulBasis) {

  public PolicyConfig {
    roles = Map.copyOf(roles);
  }
}
