package org.emotionmonitor.app.gateway.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.ingest.live.IngestError;
import org.emotionmonitor.app.ingest.live.IngestException;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.domain.Role;

/**
 * Twilio Media Streams, and those who do alike, in camelCase or snake_case: JSON text messages
 * {@code connected}, {@code start}, {@code media} with base64 audio, {@code stop}. Each track is a
 * leg: inbound the customer, outbound the agent, unless the custom parameters {@code inbound} and
 * {@code outbound} say other roles. Media may come out of order by {@code chunk}.
 */
public final class TwilioDialect implements Dialect {
  private static final int NORMAL = 1000;
  private static final int MAX_TRACKS = 2;

  private final Peer peer;
  private final InstantSource clock;
  private final Map<String, TwilioTrack> tracks = new LinkedHashMap<>();
  private final Numbering numbering = new Numbering();
  private boolean started;

  public TwilioDialect(Peer peer, InstantSource clock) {
    this.peer = peer;
    this.clock = clock;
  }

  @Override
  public void text(String text) throws IngestException {
    JsonNode json = Fields.parse(text);
    String event = json.path("event").asText();
    switch (event) {
      case "start" -> begin(json);
      case "media" -> media(json.path("media"));
      case "stop" -> stop();
      case "connected", "dtmf", "mark", "clear" -> {}
      default ->
          throw new IngestException(
              IngestError.BAD_MESSAGE,
              "event \"%s\" is not known; allowed: connected, start, media, dtmf, mark, stop"
                  .formatted(Fields.shorten(event)));
    }
  }

  @Override
  public void binary(byte[] audio) throws IngestException {
    throw new IngestException(
        IngestError.BAD_MESSAGE, "audio comes as base64 in text messages here, not as binary");
  }

  private void begin(JsonNode json) throws IngestException {
    if (started) {
      throw new IngestException(IngestError.ALREADY_STARTED, "one stream a connection");
    }
    started = true;
    JsonNode start = json.path("start");
    JsonNode custom = Fields.first(start, "customParameters", "custom_parameters");
    peer.authenticate(Fields.text(custom, "token"), () -> open(json, start, custom));
  }

  private void open(JsonNode json, JsonNode start, JsonNode custom) throws IngestException {
    String callId = Fields.text(custom, "callId", "call_id");
    if (callId == null) {
      callId = Fields.text(start, "callSid", "call_sid", "callId", "call_id", "call_control_id");
    }
    if (callId == null) {
      callId = Fields.text(json, "streamSid", "stream_sid", "streamId", "stream_id");
    }
    JsonNode format = Fields.first(start, "mediaFormat", "media_format");
    for (String track : names(start.path("tracks"))) {
      Role role = role(custom, track);
      StartRecord record =
          start(callId == null ? UUID.randomUUID().toString() : callId, role, format, custom);
      tracks.put(track, new TwilioTrack(peer.open(record), numbering));
    }
  }

  private StartRecord start(String callId, Role role, JsonNode format, JsonNode custom)
      throws IngestException {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("source", "twilio");
    long rate = Fields.number(format, "sampleRate", "sample_rate");
    if (format.path("channels").asInt(1) != 1) {
      throw new IngestException(IngestError.BAD_START, "channels must be 1: each track is a leg");
    }
    try {
      return new StartRecord(
          callId.replace('/', '_'),
          role.label(),
          role,
          Fields.text(custom, "agentId", "agent_id"),
          Fields.text(custom, "queue"),
          Fields.text(custom, "language"),
          encoding(Fields.text(format, "encoding")),
          rate < 0 ? 8_000 : (int) rate,
          peer.chunkMs(),
          clock.instant(),
          null,
          attributes);
    } catch (IllegalArgumentException e) {
      throw new IngestException(IngestError.BAD_START, e.getMessage(), e);
    }
  }

  private static Set<String> names(JsonNode tracks) throws IngestException {
    Set<String> names = new LinkedHashSet<>();
    tracks.forEach(t -> names.add(t.asText().replace("_track", "")));
    if (names.isEmpty()) {
      names.add("inbound");
    }
    if (names.remove("both") || names.remove("both_tracks")) {
      names.add("inbound");
      names.add("outbound");
    }
    if (names.size() > MAX_TRACKS) {
      throw new IngestException(IngestError.BAD_START, "there are more than two tracks");
    }
    return names;
  }

  private static Role role(JsonNode custom, String track) throws IngestException {
    String said = Fields.text(custom, track);
    try {
      return said != null
          ? Labelled.parse(Role.class, said)
          : track.equals("inbound")
              ? Role.CUSTOMER
              : track.equals("outbound") ? Role.AGENT : Role.UNKNOWN;
    } catch (IllegalArgumentException e) {
      throw new IngestException(IngestError.BAD_START, track + ": " + e.getMessage(), e);
    }
  }

  private static Encoding encoding(String name) throws IngestException {
    String plain = name == null ? "mulaw" : name.toLowerCase(Locale.ROOT);
    plain = plain.substring(plain.lastIndexOf('/') + 1).replace("x-", "");
    return switch (plain) {
      case "mulaw", "ulaw", "pcmu", "g711_ulaw" -> Encoding.PCMU;
      case "alaw", "pcma", "g711_alaw" -> Encoding.PCMA;
      case "l16", "linear16", "slin", "slin16", "pcm", "s16le", "pcm_s16le" -> Encoding.S16LE;
      default ->
          throw new IngestException(
              IngestError.BAD_START,
              "encoding \"%s\" is not known; allowed: audio/x-mulaw, audio/x-alaw, audio/l16"
                  .formatted(Fields.shorten(name)));
    };
  }

  private void media(JsonNode media) throws IngestException {
    String track = Fields.text(media, "track");
    TwilioTrack to = tracks.get(track == null ? "inbound" : track.replace("_track", ""));
    if (to == null) {
      throw new IngestException(
          IngestError.NOT_STARTED,
          "track \"%s\" was not started".formatted(Fields.shorten(String.valueOf(track))));
    }
    byte[] audio;
    try {
      audio = Base64.getDecoder().decode(media.path("payload").asText());
    } catch (IllegalArgumentException e) {
      throw new IngestException(
          IngestError.BAD_AUDIO, "media.payload is not base64: " + e.getMessage(), e);
    }
    double ms =
        to.add(Fields.number(media, "chunk"), new Piece(audio, Fields.number(media, "timestamp")));
    peer.spend(ms / tracks.size());
  }

  private void stop() throws IngestException {
    for (TwilioTrack track : tracks.values()) {
      track.stop();
    }
    peer.whenWritten(() -> peer.close(NORMAL, "stopped"));
  }

  @Override
  public String error(IngestException e) {
    var error = Json.mapper().createObjectNode().put("event", "error");
    error.putObject("error").put("code", e.error().code()).put("message", e.getMessage());
    return error.toString();
  }
}
