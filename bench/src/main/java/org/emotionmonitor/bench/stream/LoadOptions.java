package org.emotionmonitor.bench.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands have in common. */
final class LoadOptions {

  @Option(
      names = "--chunk-ms",
      defaultValue = "20",
      description = "Audio per chunk (default: ${DEFAULT-VALUE}).")
  int chunkMs;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting of the emotion monitor, for every process.")
  List<String> settings = new ArrayList<>();

  @Option(
      names = "--jvm",
      paramLabel = "FLAG",
      description = "A flag of the stream processes' JVM, such as -XX:+UseSerialGC.")
  List<String> jvm = new ArrayList<>();

  @Option(names = "--broker-jvm", paramLabel = "FLAG", description = "A flag of the brokers' JVM.")
  List<String> brokerJvm = new ArrayList<>();

  @Mixin final Cores cores = new Cores();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Keeps logs and state there (default: a temporary folder).")
  private Path out;

  /** The folder for logs and state. */
  Path folder() throws IOException {
    Path folder = out == null ? Files.createTempDirectory("stream-bench") : out;
    Files.createDirectories(folder);
    System.out.println("logs in " + folder);
    return folder;
  }

  /** A command of the emotion monitor with the settings behind it. */
  List<String> arguments(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    for (String setting : settings) {
      arguments.add("--set");
      arguments.add(setting);
    }
    return arguments;
  }
}
