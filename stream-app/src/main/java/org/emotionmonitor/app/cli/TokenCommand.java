package org.emotionmonitor.app.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.emotionmonitor.app.config.AuthConfig;
import org.emotionmonitor.app.gateway.access.AccessRole;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.access.TokenMaker;
import org.emotionmonitor.core.domain.Labelled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotion-monitor token}: a token for trials. */
@Command(
    name = "token",
    description = {
      "Prints a token for the gateway, signed with gateway.auth.secret.",
      "For trials: in production your identity provider makes them (gateway.auth.jwksUrl)."
    })
final class TokenCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      arity = "1..*",
      required = true,
      description = "supervisor, agent, ingest or admin; may be several.")
  private List<String> roles = List.of();

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = "Who it is for (${DEFAULT-VALUE}).")
  private String subject = "trial";

  @Option(names = "--agent-id", paramLabel = "ID", description = "Whose calls an agent sees.")
  private String agentId;

  @Option(names = "--hours", description = "How long it is valid (${DEFAULT-VALUE}).")
  private int hours = 12;

  @Override
  public Integer call() {
    AuthConfig auth = common.config(List.of(), List.of()).gateway().auth();
    if (auth.secret() == null) {
      throw new ParameterException(
          spec.commandLine(),
          "gateway.auth.secret is not set; set it to at least 32 characters for this command and"
              + " for the gateway, as with EMOTION_MONITOR_GATEWAY_AUTH_SECRET");
    }
    Set<AccessRole> parsed = EnumSet.noneOf(AccessRole.class);
    for (String role : roles) {
      parsed.add(role(role));
    }
    if (parsed.contains(AccessRole.AGENT) && agentId == null) {
      throw new ParameterException(spec.commandLine(), "the role agent needs --agent-id");
    }
    Instant until = Instant.now().plus(Math.max(1, hours), ChronoUnit.HOURS);
    spec.commandLine()
        .getOut()
        .println(new TokenMaker(auth).token(new Principal(subject, parsed, agentId, until)));
    return ExitCodes.OK;
  }

  private AccessRole role(String label) {
    try {
      return Labelled.parse(AccessRole.class, label);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--role: " + e.getMessage(), e);
    }
  }
}
