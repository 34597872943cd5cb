package org.emotionmonitor.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
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

/** How files become legs. */
final class AudioOptions {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

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
      names = "--role",
      paramLabel = "ROLE[,ROLE]",
      defaultValue = "customer,agent",
      converter = Roles.class,
      description =
          "Who speaks: of a mono file, or of the left and the right channel; customer, agent or"
              + " unknown (default: ${DEFAULT-VALUE}).")
  private List<Role> roles;

  /**
   * The options, checked, with the pace of {@code pace}.
   *
   * @throws ParameterException that names the option, the value and what is allowed
   */
  ReplayOptions options(ReplayOptions pace) {
    return options(pace.speed(), pace.parallel());
  }

  /** The options, checked, with that pace. */
  ReplayOptions options(double speed, int parallel) {
    try {
      return new ReplayOptions(speed, chunkMs, encoding, parallel, roles);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
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

  private static <T> T converted(Supplier<T> parse) {
    try {
      return parse.get();
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
