package org.emotionmonitor.app.domain;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.BiFunction;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a record of {@code calls.audio} from its headers and value. It never throws: whatever
 * anyone puts on the topic becomes a record, if need be a {@link AudioRecord.Malformed} one.
 */
public final class AudioRecordDeserializer implements Deserializer<AudioRecord> {

  private static final Logger LOG = LoggerFactory.getLogger(AudioRecordDeserializer.class);
  private static final byte[] NOTHING = {};

  @Override
  public AudioRecord deserialize(String topic, byte[] data) {
    return malformed(RejectReason.BAD_TYPE, "no header \"type\"", data == null ? NOTHING : data);
  }

  @Override
  public AudioRecord deserialize(String topic, Headers headers, byte[] data) {
    byte[] value = data == null ? NOTHING : data;
    byte[] type = value(headers, AudioRecord.TYPE_HEADER);
    if (type == null) {
      return malformed(RejectReason.BAD_TYPE, "no header \"type\"", value);
    }
    String name = new String(type, StandardCharsets.UTF_8);
    return switch (name) {
      case AudioRecord.START -> start(value);
      case AudioRecord.MEDIA -> media(headers, value);
      case AudioRecord.PAUSE -> control(name, value, AudioRecord.Pause::new);
      case AudioRecord.RESUME -> control(name, value, AudioRecord.Resume::new);
      case AudioRecord.STOP -> new AudioRecord.Stop(value);
      case AudioRecord.CONSENT -> consent(value);
      default ->
          malformed(
              RejectReason.BAD_TYPE,
              "header \"type\" is \"%s\"; allowed: start, media, pause, resume, stop, consent"
                  .formatted(shorten(name)),
              value);
    };
  }

  private static AudioRecord start(byte[] value) {
    try {
      return new AudioRecord.Start(StartRecordReader.read(value), value);
    } catch (IllegalArgumentException e) {
      return malformed(RejectReason.BAD_START, "start: " + e.getMessage(), value);
    }
  }

  private static AudioRecord consent(byte[] value) {
    try {
      ConsentRecord consent = Json.read(value, ConsentRecord.class);
      if (consent != null) {
        return new AudioRecord.ConsentGiven(consent, value);
      }
    } catch (UncheckedIOException e) {
      LOG.debug("a consent record cannot be read", e);
    }
    return malformed(
        RejectReason.BAD_CONSENT,
        "consent: must be JSON such as {\"consent\":\"denied\"}; allowed: granted, denied, unknown",
        value);
  }

  private static AudioRecord media(Headers headers, byte[] value) {
    byte[] seq = value(headers, AudioRecord.SEQ_HEADER);
    if (seq == null || seq.length != Long.BYTES) {
      return malformed(
          RejectReason.BAD_SEQ,
          "header \"seq\" must be 8 bytes, big-endian; got " + (seq == null ? "none" : seq.length),
          value);
    }
    long number = ByteBuffer.wrap(seq).getLong();
    if (number < 0) {
      return malformed(RejectReason.BAD_SEQ, "seq %d is negative".formatted(number), value);
    }
    return value.length == 0
        ? malformed(RejectReason.BAD_LENGTH, "media record without audio", value)
        : new AudioRecord.Media(number, value);
  }

  private static AudioRecord control(
      String type, byte[] value, BiFunction<Instant, byte[], AudioRecord> make) {
    try {
      return make.apply(ControlRecordReader.at(value), value);
    } catch (IllegalArgumentException e) {
      return malformed(RejectReason.BAD_CONTROL, type + ": " + e.getMessage(), value);
    }
  }

  private static byte[] value(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? null : header.value();
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private static AudioRecord malformed(RejectReason reason, String detail, byte[] value) {
    return new AudioRecord.Malformed(reason, detail, value);
  }
}
