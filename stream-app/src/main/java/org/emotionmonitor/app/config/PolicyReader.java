package org.emotionmonitor.app.config;

import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.domain.Role;

/**
 * Reads the policy. Under the profile {@code eu} an agent's voice is never analysed: that is
 * prohibited at work, AI Act, Art. 5(1)(f). The profile {@code custom} allows it to an operator who
 * says on what law it rests.
 */
final class PolicyReader {

  private static final String EU = "eu";
  private static final String CUSTOM = "custom";
  private static final int SHORTEST_BASIS = 10;

  private PolicyReader() {}

  static PolicyConfig read(Section in, Map<Role, Decision> roles) {
    String profile = in.oneOf("profile", List.of(EU, CUSTOM));
    String basis = in.textOrNull("lawfulBasis");
    String unknown = in.oneOf("consentUnknown", Labelled.labels(Decision.class));
    for (Role role : List.of(Role.AGENT, Role.UNKNOWN)) {
      if (roles.get(role) == Decision.ANALYSE) {
        check(profile, role, basis);
      }
    }
    return new PolicyConfig(profile, roles, Labelled.parse(Decision.class, unknown), basis);
  }

  private static void check(String profile, Role role, String basis) {
    String key = "policy.roles." + role.label();
    if (EU.equals(profile)) {
      throw new ConfigException(
          "%s = analyse is not possible with policy.profile = eu (AI Act, Art. 5(1)(f)); set it to"
                  .formatted(key)
              + " drop, or set policy.profile = custom and policy.lawfulBasis");
    }
    if (basis == null || basis.length() < SHORTEST_BASIS) {
      throw new ConfigException(
          "%s = analyse needs policy.lawfulBasis, a text that says on what law it rests; it is copied"
                  .formatted(key)
              + " into every audit record");
    }
  }
}
