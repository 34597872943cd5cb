package org.emotionmonitor.app.domain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;

/**
 * Opens a leg and says everything about its audio.
 *
 * @param callId the conversation
 * @param legId the party
 * @param role who speaks; {@code unknown} where the sender does not say
 * @param agentId the agent who handles the call, or null
 * @param queue the queue the call came through, or null
 * @param language BCP 47 tag, or null
 * @param encoding of the media records
 * @param sampleRate in Hz, 8,000 to 48,000 in steps of 25
 * @param frameDuration length of one media record in ms, 20 to 1,000; what a lost one counts as
 * @param startedAt when the leg began
 * @param consent whether the party agreed to the analysis; {@code unknown} where the sender does
 *     not say
 * @param attributes anything else the sender wants to see again in the summary
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StartRecord(
    String callId,
    String legId,
    Role role,
    String agentId,
    String queue,
    String language,
    Encoding encoding,
    int sampleRate,
    int frameDuration,
    Instant startedAt,
    Consent consent,
    Map<String, String> attributes) {

  /** Lowest sample rate of a leg, in Hz. */
  public static final int MIN_SAMPLE_RATE = 8_000;

  /** Highest sample rate of a leg, in Hz. */
  public static final int MAX_SAMPLE_RATE = 48_000;

  /** What a sample rate is a multiple of, in Hz: the resampler needs a small ratio. */
  public static final int SAMPLE_RATE_STEP = 25;

  /** Shortest regular chunk, in ms. */
  public static final int MIN_FRAME_DURATION = 20;

  /** Longest chunk, in ms. */
  public static final int MAX_FRAME_DURATION = 1_000;

  /** Beyond it, milliseconds would overflow. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * Checks every field.
   *
   * @throws IllegalArgumentException that names the field, the value and what is allowed
   */
  public StartRecord {
    requireKey(callId, legId);
    role = role == null ? Role.UNKNOWN : role;
    consent = consent == null ? Consent.UNKNOWN : consent;
    require("encoding", encoding);
    require("startedAt", startedAt);
    if (startedAt.isBefore(Instant.EPOCH) || startedAt.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "startedAt %s must be from 1970 to 9999".formatted(startedAt));
    }
    range("sampleRate", sampleRate, MIN_SAMPLE_RATE, MAX_SAMPLE_RATE);
    if (sampleRate % SAMPLE_RATE_STEP != 0) {
      throw new IllegalArgumentException(
          "sampleRate %d must be a multiple of %d".formatted(sampleRate, SAMPLE_RATE_STEP));
    }
    range("frameDuration", frameDuration, MIN_FRAME_DURATION, MAX_FRAME_DURATION);
    attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
  }

  /** A start record with only what is needed. */
  public static StartRecord of(
      LegKey key,
      Role role,
      Encoding encoding,
      int sampleRate,
      int frameDuration,
      Instant startedAt) {
    return new StartRecord(
        key.callId(),
        key.legId(),
        role,
        null,
        null,
        null,
        encoding,
        sampleRate,
        frameDuration,
        startedAt,
        null,
        Map.of());
  }

  /**
   * Reads the value of a start record; fields it does not know are ignored.
   *
   * @throws IllegalArgumentException that names the field, the value and what is allowed
   */
  public static StartRecord parse(byte[] json) {
    return StartRecordReader.read(json);
  }

  /** The leg, which is also the Kafka key of its records. */
  @JsonIgnore
  public LegKey key() {
    return new LegKey(callId, legId);
  }

  @SuppressWarnings("UnusedVariable") // The constructor checks both.
  private static void requireKey(String callId, String legId) {
    LegKey checked = new LegKey(callId, legId);
  }

  private static void require(String name, Object value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }

  private static void range(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException("%s %d must be %d to %d".formatted(name, value, min, max));
    }
  }
}
