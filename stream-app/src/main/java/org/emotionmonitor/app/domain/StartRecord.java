package org.emotionmonitor.app.domain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
 * @param channels the parties of interleaved stereo audio, in the order of the channels; empty for
 *     mono. Each becomes a leg of its own; {@code legId} then names the stream, and {@code role} is
 *     not used
 * @param source for a leg that is a channel of a stereo stream, the {@code legId} of that stream;
 *     null for a leg with records of its own
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
    Map<String, String> attributes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Channel> channels,
    String source) {

  /**
   * One channel of a stereo stream.
   *
   * @param legId the leg that it becomes
   * @param role who speaks on it; {@code unknown} where the sender does not say
   */
  public record Channel(String legId, Role role) {
    public Channel {
      role = role == null ? Role.UNKNOWN : role;
    }
  }

  /** Channels of interleaved audio. */
  public static final int STEREO = 2;

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
    channels = channels == null ? List.of() : List.copyOf(channels);
    requireChannels(callId, legId, channels);
  }

  /** A leg with mono audio of its own. */
  public StartRecord(
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
    this(
        callId,
        legId,
        role,
        agentId,
        queue,
        language,
        encoding,
        sampleRate,
        frameDuration,
        startedAt,
        consent,
        attributes,
        List.of(),
        null);
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

  /** The leg that a channel of this stereo stream becomes. */
  public StartRecord channel(int index) {
    return new StartRecord(
        callId,
        channels.get(index).legId(),
        channels.get(index).role(),
        agentId,
        queue,
        language,
        encoding,
        sampleRate,
        frameDuration,
        startedAt,
        consent,
        attributes,
        List.of(),
        legId);
  }

  /**
   * Reads the value of a start record; fields it does not know are ignored.
   *
   * @throws IllegalArgumentException that names the field, the value and what is allowed
   */
  public static StartRecord parse(byte[] json) {
    return StartRecordReader.read(json);
  }

  /** The leg; of its records, too, unless it is a channel of a stereo stream. */
  @JsonIgnore
  public LegKey key() {
    return new LegKey(callId, legId);
  }

  /** The Kafka key of the records that the leg's audio comes in. */
  @JsonIgnore
  public LegKey audioKey() {
    return source == null ? key() : new LegKey(callId, source);
  }

  @SuppressWarnings("UnusedVariable") // The constructor checks both.
  private static void requireKey(String callId, String legId) {
    LegKey checked = new LegKey(callId, legId);
  }

  private static void requireChannels(String callId, String legId, List<Channel> channels) {
    if (channels.isEmpty()) {
      return;
    }
    if (channels.size() != STEREO) {
      throw new IllegalArgumentException(
          "channels has %d entries; allowed: 2 for interleaved stereo, none for mono"
              .formatted(channels.size()));
    }
    Set<String> ids = new TreeSet<>(Set.of(legId));
    for (Channel channel : channels) {
      requireKey(callId, channel.legId());
      if (!ids.add(channel.legId())) {
        throw new IllegalArgumentException(
            "channels: legId \"%s\" is used twice; the stream and its channels need three"
                .formatted(channel.legId()));
      }
    }
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
