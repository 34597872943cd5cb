package org.emotionmonitor.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Erased;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.topology.Erasure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotion-monitor erase}: what is kept of a call. */
@Command(
    name = "erase",
    description = {
      "Deletes a call's summaries and alerts, and notes that in the audit.",
      "Events and audio have no record of their own to delete: they go with the topics' retention"
          + " (topics.eventRetentionHours, topics.audioRetentionMinutes). See docs/privacy.md."
    })
final class EraseCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private BrokerOption broker;

  @Parameters(paramLabel = "CALL", description = "The call's id.")
  private String callId;

  @Option(
      names = "--by",
      description = "Who asked for it, for the audit; default: the user's name.")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--json", description = "Prints the audit record as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Config config = common.config(broker.sets(), List.of());
    Erased erased = new Erasure(config, PATIENCE).erase(callId, by);
    var out = spec.commandLine().getOut();
    out.println(
        json
            ? Json.text(erased)
            : "Call %s: deleted %s; noted in %s."
                .formatted(callId, erased.deleted(), config.topicNames().audit()));
    out.flush();
    return ExitCodes.OK;
  }
}
