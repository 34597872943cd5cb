package org.emotionmonitor.onnx;

/**
 * A model cannot be used. The message is one line: which model, what is wrong, what was expected
 * and found, and what to do.
 */
public final class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A part of the model's contract that is not as this build needs it. */
  static ModelException differs(
      String source, String part, Object found, Object expected, String remedy) {
    return new ModelException(
        "model %s: %s is %s, expected %s; %s".formatted(source, part, found, expected, remedy));
  }

  /**
   * Why a library failed, on one line that fits into one of ours: the message of the first cause,
   * without ONNX Runtime's preamble.
   */
  public static String reason(Throwable error) {
    Throwable first = error;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    String text = first.getMessage() == null ? first.toString() : first.getMessage();
    return text.replaceFirst("^Error code - \\w+ - message: ", "")
        .replaceAll("\\s+", " ")
        .replaceFirst("[. ]+$", "");
  }
}
