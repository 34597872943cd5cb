package org.emotionmonitor.app.gateway.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import org.emotionmonitor.app.domain.Consent;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.ingest.live.IngestError;
import org.emotionmonitor.app.ingest.live.IngestException;
import org.emotionmonitor.app.ingest.live.LegTotals;
import org.emotionmonitor.app.ingest.live.LegWriter;
import org.emotionmonitor.core.domain.Labelled;

/**
 * Our own: one leg a connection. JSON {@code start}, then binary audio in messages of any length,
 * {@code pause}, {@code resume} and {@code consent} at any time, JSON {@code stop}. Answers {@code
 * started}, {@code stopped} once all is written, or {@code error}.
 */
public final class RawDialect implements Dialect {
  private static final int NORMAL = 1000;

  private final Peer peer;
  private final InstantSource clock;
  private LegWriter leg;
  private boolean stopping;

  public RawDialect(Peer peer, InstantSource clock) {
    this.peer = peer;
    this.clock = clock;
  }

  @Override
  public void text(String text) throws IngestException {
    JsonNode json = Fields.parse(text);
    String type = json.path("type").asText();
    switch (type) {
      case "start" -> start(json);
      case "pause" -> leg().pause();
      case "resume" -> leg().resume();
      case "consent" -> consent(json.path("consent").asText());
      case "stop" -> stop();
      default ->
          throw new IngestException(
              IngestError.BAD_MESSAGE,
              "type \"%s\" is not known; allowed: start, pause, resume, consent, stop"
                  .formatted(Fields.shorten(type)));
    }
  }

  @Override
  public void binary(byte[] audio) throws IngestException {
    peer.spend(leg().audio(audio));
  }

  private void start(JsonNode json) throws IngestException {
    if (leg != null) {
      throw new IngestException(
          IngestError.ALREADY_STARTED, "one leg a connection; open another one for another leg");
    }
    ObjectNode record = ((ObjectNode) json).deepCopy();
    record.remove("type");
    if (!record.hasNonNull("callId")) {
      record.put("callId", UUID.randomUUID().toString());
    }
    if (!record.hasNonNull("legId")) {
      record.put("legId", record.path("role").asText("unknown"));
    }
    record.put("frameDuration", peer.chunkMs());
    record.put("startedAt", clock.instant().toString());
    try {
      leg = peer.open(StartRecord.parse(record.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      throw new IngestException(IngestError.BAD_START, e.getMessage(), e);
    }
    peer.send(
        message("started")
            .put("callId", leg.start().callId())
            .put("legId", leg.start().legId())
            .put("chunkMs", peer.chunkMs())
            .toString());
  }

  private void consent(String consent) throws IngestException {
    try {
      leg().consent(Labelled.parse(Consent.class, consent));
    } catch (IllegalArgumentException e) {
      throw new IngestException(IngestError.BAD_MESSAGE, "consent: " + e.getMessage(), e);
    }
  }

  private void stop() throws IngestException {
    LegWriter stopped = leg();
    stopping = true;
    stopped.stop();
    peer.whenWritten(
        () -> {
          LegTotals totals = stopped.totals();
          peer.send(
              message("stopped")
                  .put("chunks", totals.chunks())
                  .put("audioMs", totals.audioMs())
                  .toString());
          peer.close(NORMAL, "stopped");
        });
  }

  private LegWriter leg() throws IngestException {
    if (leg == null || stopping) {
      throw new IngestException(
          IngestError.NOT_STARTED,
          leg == null ? "send {\"type\":\"start\", ...} first" : "the leg has been stopped");
    }
    return leg;
  }

  @Override
  public String error(IngestException e) {
    return message("error").put("code", e.error().code()).put("message", e.getMessage()).toString();
  }

  private static ObjectNode message(String type) {
    return Json.mapper().createObjectNode().put("type", type);
  }
}
