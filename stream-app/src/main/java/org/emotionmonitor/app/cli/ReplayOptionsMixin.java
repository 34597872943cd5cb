package org.emotionmonitor.app.cli;

import java.util.Arrays;
import java.util.List;
import org.emotionmonitor.app.ingest.ReplayOptions;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.domain.Role;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;

/** How files are played. */
final class ReplayOptionsMixin {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--speed",
      paramLabel = "TIMES",
      defaultValue = "1",
      converter = Speed.class,
      description =
          "1 plays in real time, 10 ten times as fast, max as fast as the broker takes it"
              + " (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--chunk-ms",
      paramLabel = "MS",
      defaultValue = "100",
      description = "Audio in one record, 20 to 1000 ms (default: ${DEFAULT-VALUE}).")
  private int chunkMs;

  @Option(
      names = "--encoding",
      defaultValue = "s16le",
      converter = Encodings.class,
      description = "s16le, pcmu, pcma or f32le (default: ${DEFAULT-VALUE}).")
  private Encoding encoding;

  @Option(
      names = "--parallel",
      paramLabel = "CALLS",
      defaultValue = "4",
      description = "Calls at once (default: ${DEFAULT-VALUE}).")
  private int parallel;

  @Option(
      names = "--role",
      paramLabel = "ROLE[,ROLE]",
      defaultValue = "customer,agent",
      converter = Roles.class,
      description =
          "Who speaks: of a mono file, or of the left and the right channel; customer, agent or"
              + " unknown (default: ${DEFAULT-VALUE}).")
  private List<Role> roles;

  /**
   * The options, checked.
   *
   * @throws ParameterException that names the option, the value and what is allowed
   */
  ReplayOptions options() {
    try {
      return new ReplayOptions(speed, chunkMs, encoding, parallel, roles);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** A number, or max. */
  static final class Speed implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      try {
        return value.equals("max") ? 0 : Double.parseDouble(value);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + value + "' is neither a number nor max");
      }
    }
  }

  /** An encoding by its label. */
  static final class Encodings implements ITypeConverter<Encoding> {
    @Override
    public Encoding convert(String value) {
      return converted(() -> Encoding.parse(value));
    }
  }

  /** Roles by their labels, separated by commas. */
  static final class Roles implements ITypeConverter<List<Role>> {
    @Override
    public List<Role> convert(String value) {
      return converted(
          () -> Arrays.stream(value.split(",")).map(r -> Labelled.parse(Role.class, r)).toList());
    }
  }

  private static <T> T converted(java.util.function.Supplier<T> parse) {
    try {
      return parse.get();
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
