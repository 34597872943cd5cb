package org.emotionmonitor.app.gateway.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.domain.Role;

/**
 * The protocol of the Vosk server, so that its clients work unchanged: JSON {@code config}, binary
 * s16le mono, JSON {@code eof}. Each binary message is answered by one message, as those clients
 * wait for it: a partial result without text, with the windows that were estimated since. After
 * {@code eof} comes the rest. The role is said in the URL's query or the configuration, as {@code
 * role=customer}.
 */
public final class VoskDialect implements Dialect {
  private static final int NORMAL = 1000;
  private static final long LAST_RESULTS_MS = 5_000;
  private static final int MAX_RESULTS = 600;

  private final Peer peer;
  private final InstantSource clock;
  private final List<String> results = new ArrayList<>();
  private final Set<Long> estimated = new HashSet<>();
  private JsonNode config = Json.mapper().createObjectNode();
  private LegWriter leg;
  private boolean ending;
  private long windows = -1;

  public VoskDialect(Peer peer, InstantSource clock) {
    this.peer = peer;
    this.clock = clock;
  }

  @Override
  public void text(String text) throws IngestException {
    JsonNode json = Fields.parse(text);
    if (json.has("config")) {
      if (leg != null) {
        throw new IngestException(IngestError.ALREADY_STARTED, "config comes before the audio");
      }
      config = json.path("config");
      peer.authenticate(Fields.text(config, "token"), this::begin);
    } else if (json.has("eof")) {
      end();
    } else if (!json.has("reset")) {
      throw new IngestException(IngestError.BAD_MESSAGE, "allowed: config, eof");
    }
  }

  @Override
  public void binary(byte[] audio) throws IngestException {
    if (ending) {
      throw new IngestException(IngestError.NOT_STARTED, "audio after eof");
    }
    if (leg == null) {
      peer.authenticate(null, this::begin);
    }
    if (leg == null) {
      throw new IngestException(IngestError.NOT_STARTED, "send the config first");
    }
    peer.spend(leg.audio(audio));
    peer.send(answer("partial"));
  }

  private void begin() throws IngestException {
    long rate = Fields.number(config, "sample_rate");
    String callId = said("call_id");
    try {
      String roleLabel = said("role");
      Role role = roleLabel == null ? Role.UNKNOWN : Labelled.parse(Role.class, roleLabel);
      leg =
          peer.open(
              new StartRecord(
                  callId == null ? UUID.randomUUID().toString() : callId,
                  role.label(),
                  role,
                  said("agent_id"),
                  said("queue"),
                  said("language"),
                  Encoding.S16LE,
                  rate < 0 ? 8_000 : (int) rate,
                  peer.chunkMs(),
                  clock.instant(),
                  null,
                  Map.of("source", "vosk")));
    } catch (IllegalArgumentException e) {
      throw new IngestException(IngestError.BAD_START, e.getMessage(), e);
    }
  }

  private String said(String name) {
    String value = Fields.text(config, name);
    return value == null ? peer.query(name) : value;
  }

  private void end() throws IngestException {
    if (ending) {
      return;
    }
    ending = true;
    if (leg == null) {
      finish();
      return;
    }
    leg.stop();
    peer.whenWritten(() -> peer.after(LAST_RESULTS_MS, this::finish));
  }

  private void finish() {
    peer.send(answer("text"));
    peer.close(NORMAL, "eof");
  }

  @Override
  public void result(Leg of, Point point) {
    estimated.add(point.span().endMs());
    if (results.size() < MAX_RESULTS) {
      results.add(JsonText.text(out -> PointJson.point(out, point)));
    }
    finishWhenComplete();
  }

  @Override
  public void ended(Leg of) {
    windows = of.state().windows();
    finishWhenComplete();
  }

  /** The leg's end and its last windows come from different topics, in any order. */
  private void finishWhenComplete() {
    if (ending && windows >= 0 && estimated.size() >= windows) {
      finish();
    }
  }

  private String answer(String kind) {
    ObjectNode answer = Json.mapper().createObjectNode().put(kind, "");
    if (leg != null) {
      answer.put("call_id", leg.start().callId());
    }
    var windows = answer.putArray("windows");
    results.forEach(r -> windows.addRawValue(new com.fasterxml.jackson.databind.util.RawValue(r)));
    results.clear();
    return answer.toString();
  }

  @Override
  public String error(IngestException e) {
    ObjectNode error = Json.mapper().createObjectNode();
    error.putObject("error").put("code", e.error().code()).put("message", e.getMessage());
    return error.toString();
  }
}
