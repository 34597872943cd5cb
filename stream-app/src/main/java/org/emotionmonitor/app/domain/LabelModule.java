package org.emotionmonitor.app.domain;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.domain.Role;

/** Writes enums by their public label and instants as ISO-8601, and reads them back. */
final class LabelModule extends SimpleModule {

  LabelModule() {
    write(Labelled.class, Labelled::label);
    write(Encoding.class, Encoding::label);
    write(Instant.class, Instant::toString);
    label(Role.class);
    label(Trigger.class);
    label(EventKind.class);
    label(LegState.class);
    label(Decision.class);
    label(RejectReason.class);
    label(Consent.class);
    label(AlertSeverity.class);
    label(AlertState.class);
    label(AlertActionKind.class);
    label(ResolvedBecause.class);
    read(Encoding.class, Encoding::parse);
    read(Instant.class, Instant::parse);
  }

  private <E extends Enum<E> & Labelled> void label(Class<E> type) {
    read(type, text -> Labelled.parse(type, text));
  }

  private <T> void write(Class<T> type, Function<T, String> text) {
    addSerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writeString(text.apply(value));
          }
        });
  }

  private <T> void read(Class<T> type, Function<String, T> parse) {
    addDeserializer(
        type,
        new StdDeserializer<T>(type) {
          @Override
          public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getValueAsString();
            try {
              return parse.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
              throw context.weirdStringException(text, type, e.getMessage());
            }
          }
        });
  }
}
