package org.emotionmonitor.app.gateway.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.gateway.board.Leg;
import org.emotionmonitor.app.gateway.board.Point;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.emotionmonitor.app.gateway.view.PointJson;
import org.emotionmonitor.app.ingest.live.IngestError;
import org.emotionmonitor.app.ingest.live.IngestException;
import org.emotionmonitor.app.ingest.live.LegWriter;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.Role;

/**
 * Genesys AudioHook, protocol version 2: the gateway is the server. Takes PCMU; the channel
 * external is the customer, internal the agent. A conversation of the null UUID is a probe of the
 * connection, which is opened without media. If the client's {@code customConfig} says {@code
 * "emotionEvents":true}, each estimated window goes back as an {@code event}.
 */
public final class AudioHookDialect implements Dialect {
  private static final String VERSION = "2";
  private static final String PROBE = "00000000-0000-0000-0000-000000000000";
  private static final String ENTITY = "emotion-monitor.window";

  private final Peer peer;
  private final InstantSource clock;
  private final List<LegWriter> legs = new ArrayList<>();
  private String id;
  private long serverSeq;
  private long clientSeq;
  private boolean opened;
  private boolean paused;
  private boolean events;

  public AudioHookDialect(Peer peer, InstantSource clock) {
    this.peer = peer;
    this.clock = clock;
  }

  @Override
  public void text(String text) throws IngestException {
    JsonNode json = Fields.parse(text);
    check(json);
    JsonNode parameters = json.path("parameters");
    String type = json.path("type").asText();
    if (!opened && !type.equals("open")) {
      throw new IngestException(IngestError.NOT_STARTED, "the first message must be open");
    }
    switch (type) {
      case "open" -> open(parameters);
      case "ping" -> send("pong", Json.mapper().createObjectNode());
      case "paused" -> pause(true);
      case "resumed" -> pause(false);
      case "discarded" -> discarded(Fields.text(parameters, "discarded"));
      case "update" -> send("updated", Json.mapper().createObjectNode());
      case "close" -> close();
      // What else there is, or will be, asks for no answer: error, playback and the like.
      default -> {}
    }
  }

  private void check(JsonNode json) throws IngestException {
    String theirId = Fields.text(json, "id");
    if (!VERSION.equals(Fields.text(json, "version")) || theirId == null) {
      throw new IngestException(
          IngestError.BAD_MESSAGE, "every message needs version \"2\", id, type, seq, parameters");
    }
    if (id != null && !id.equals(theirId)) {
      throw new IngestException(IngestError.BAD_MESSAGE, "the id is another one than that of open");
    }
    long seq = Fields.number(json, "seq");
    if (seq != clientSeq + 1) {
      throw new IngestException(
          IngestError.BAD_MESSAGE, "seq is %d, not %d".formatted(seq, clientSeq + 1));
    }
    id = theirId;
    clientSeq = seq;
  }

  private void open(JsonNode parameters) throws IngestException {
    if (opened) {
      throw new IngestException(IngestError.ALREADY_STARTED, "one session a connection");
    }
    opened = true;
    ObjectNode answer = Json.mapper().createObjectNode().put("startPaused", false);
    var media = answer.putArray("media");
    if (PROBE.equals(Fields.text(parameters, "conversationId"))) {
      peer.expectNothing();
      send("opened", answer);
      return;
    }
    JsonNode chosen = chosen(parameters.path("media"));
    events = parameters.path("customConfig").path("emotionEvents").asBoolean(false);
    for (JsonNode channel : chosen.path("channels")) {
      legs.add(peer.open(start(parameters, channel.asText(), chosen.path("rate").asInt())));
    }
    media.add(chosen);
    send("opened", answer);
  }

  private static JsonNode chosen(JsonNode offers) throws IngestException {
    JsonNode best = null;
    for (JsonNode offer : offers) {
      boolean fits =
          offer.path("format").asText().equals("PCMU")
              && offer.path("channels").size() >= 1
              && offer.path("channels").size() <= 2;
      // Two channels tell who speaks.
      if (fits && (best == null || offer.path("channels").size() > best.path("channels").size())) {
        best = offer;
      }
    }
    if (best == null) {
      throw new IngestException(
          IngestError.BAD_START, "media must offer the format PCMU with one or two channels");
    }
    return best;
  }

  private StartRecord start(JsonNode parameters, String channel, int rate) throws IngestException {
    JsonNode custom = parameters.path("customConfig");
    Role role =
        switch (channel) {
          case "external" -> Role.CUSTOMER;
          case "internal" -> Role.AGENT;
          default -> Role.UNKNOWN;
        };
    try {
      return new StartRecord(
          Fields.text(parameters, "conversationId"),
          role.label(),
          role,
          Fields.text(custom, "agentId"),
          Fields.text(custom, "queue"),
          Fields.text(parameters, "language"),
          Encoding.PCMU,
          rate,
          peer.chunkMs(),
          clock.instant(),
          null,
          Map.of("source", "audiohook"));
    } catch (IllegalArgumentException e) {
      throw new IngestException(IngestError.BAD_START, e.getMessage(), e);
    }
  }

  @Override
  public void binary(byte[] audio) throws IngestException {
    if (legs.isEmpty()) {
      throw new IngestException(IngestError.NOT_STARTED, "audio before opened");
    }
    int n = legs.size();
    if (audio.length % n != 0) {
      throw new IngestException(
          IngestError.BAD_AUDIO, "%d bytes are not of %d channels".formatted(audio.length, n));
    }
    if (paused) {
      return;
    }
    double ms = 0;
    for (int c = 0; c < n; c++) {
      byte[] own = new byte[audio.length / n];
      for (int i = 0; i < own.length; i++) {
        own[i] = audio[i * n + c];
      }
      ms = legs.get(c).audio(own);
    }
    peer.spend(ms);
  }

  private void pause(boolean now) throws IngestException {
    if (paused != now) {
      paused = now;
      for (LegWriter leg : legs) {
        if (now) {
          leg.pause();
        } else {
          leg.resume();
        }
      }
    }
  }

  private void discarded(String duration) throws IngestException {
    try {
      long ms = Duration.parse(String.valueOf(duration)).toMillis();
      for (LegWriter leg : legs) {
        leg.gap(Math.max(0, Math.min(ms, 600_000)));
      }
    } catch (DateTimeException e) {
      throw new IngestException(
          IngestError.BAD_MESSAGE, "discarded must be a duration such as PT1.2S", e);
    }
  }

  private void close() {
    legs.forEach(LegWriter::stop);
    // The client closes the socket once it has heard closed.
    peer.whenWritten(() -> send("closed", Json.mapper().createObjectNode()));
  }

  @Override
  public void result(Leg leg, Point point) {
    if (!events) {
      return;
    }
    ObjectNode parameters = Json.mapper().createObjectNode();
    ObjectNode entity = parameters.putArray("entities").addObject().put("type", ENTITY);
    entity
        .putObject("data")
        .put("callId", leg.key().callId())
        .put("legId", leg.key().legId())
        .putRawValue("point", new RawValue(JsonText.text(out -> PointJson.point(out, point))));
    send("event", parameters);
  }

  private void send(String type, ObjectNode parameters) {
    ObjectNode message =
        Json.mapper()
            .createObjectNode()
            .put("version", VERSION)
            .put("id", id)
            .put("type", type)
            .put("seq", ++serverSeq)
            .put("clientseq", clientSeq);
    message.set("parameters", parameters);
    peer.send(message.toString());
  }

  @Override
  public String error(IngestException e) {
    if (id == null) {
      return null;
    }
    ObjectNode message =
        Json.mapper()
            .createObjectNode()
            .put("version", VERSION)
            .put("id", id)
            .put("type", "disconnect")
            .put("seq", ++serverSeq)
            .put("clientseq", clientSeq);
    message
        .putObject("parameters")
        .put("reason", e.error() == IngestError.FORBIDDEN ? "unauthorized" : "error")
        .put("info", e.error().code() + ": " + e.getMessage());
    return message.toString();
  }
}
