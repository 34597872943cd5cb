package org.emotionmonitor.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How fast files are played. */
final class PaceOptions {

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
      names = "--parallel",
      paramLabel = "CALLS",
      defaultValue = "4",
      description = "Calls at once (default: ${DEFAULT-VALUE}).")
  private int parallel;

  double speed() {
    return speed;
  }

  int parallel() {
    return parallel;
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
}
