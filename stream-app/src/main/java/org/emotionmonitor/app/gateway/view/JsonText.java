package org.emotionmonitor.app.gateway.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON as text, straight from the board and without a tree in between. */
public final class JsonText {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonText() {}

  /** What writes one JSON value. */
  @FunctionalInterface
  public interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  /** The one mapper of the gateway. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** The text of the value that {@code body} writes. */
  public static String text(Body body) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator out = MAPPER.createGenerator(text)) {
      body.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  /** Writes {@code json}, a value that is JSON already, or null. */
  public static void raw(JsonGenerator out, String json) throws IOException {
    if (json == null) {
      out.writeNull();
    } else {
      out.writeRawValue(json);
    }
  }

  /** Writes a field, null if {@code value} is. */
  public static void string(JsonGenerator out, String name, String value) throws IOException {
    if (value == null) {
      out.writeNullField(name);
    } else {
      out.writeStringField(name, value);
    }
  }

  /** Writes a number with {@code decimals} decimals; null if it is not a number. */
  static void number(JsonGenerator out, String name, double value, int decimals)
      throws IOException {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      out.writeNullField(name);
    } else {
      double scale = Math.pow(10, decimals);
      out.writeNumberField(name, Math.round(value * scale) / scale);
    }
  }
}
