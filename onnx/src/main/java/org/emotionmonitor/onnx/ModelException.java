package org.emotionmonitor.onnx;

/**
 * A model cannot be used. The message is one line: which model, what is wrong, what was expected
 * and found, and what to do.
 */
public final class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ModelException(String message) {
    super(message);
  }

  ModelException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A part of the model's contract that is not as this build needs it. */
  static ModelException differs(
      String source, String part, Object found, Object expected, String remedy) {
    return new ModelException(
        "model %s: %s is %s, expected %s; %s".formatted(source, part, found, expected, remedy));
  }

  /** The message of a library's error on one line, so that it fits into one of ours. */
  static String oneLine(Throwable error) {
    return String.valueOf(error.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
