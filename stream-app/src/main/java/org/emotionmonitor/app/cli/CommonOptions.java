package org.emotionmonitor.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotionmonitor.app.config.Config;
import picocli.CommandLine.Option;

/** Options of every command. */
final class CommonOptions {

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "YAML file with the settings you change; may be repeated, later ones win.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description = "Changes one setting; may be repeated.")
  private List<String> sets = new ArrayList<>();

  @Option(names = "--verbose", description = "Logs more, and shows the stack trace of a failure.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it by itself.
  private boolean help;

  /**
   * The configuration.
   *
   * @param own settings, as {@code key=value}, that give way to the user's --set of the same key
   * @param forced settings that do not
   * @throws org.emotionmonitor.app.config.ConfigException on an unknown key or a bad value
   */
  Config config(List<String> own, List<String> forced) {
    List<String> all = new ArrayList<>(own);
    all.addAll(sets);
    all.addAll(forced);
    Config config = Config.load(files, System.getenv(), all);
    Logs.apply(config.logging(), verbose);
    return config;
  }
}
