package org.emotionmonitor.app.config;

import java.util.Map;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.core.domain.Role;

/**
 * Who may be analysed.
 *
 * @param profile name that goes into the audit records
 * @param roles what is done with a leg, by role; has every role
 */
public record PolicyConfig(String profile, Map<Role, Decision> roles) {

  public PolicyConfig {
    roles = Map.copyOf(roles);
  }
}
