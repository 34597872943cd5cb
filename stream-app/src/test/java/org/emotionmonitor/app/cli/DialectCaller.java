package org.emotionmonitor.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.emotionmonitor.app.gateway.TestClient;

/** Sends whole calls to a gateway, in each of the dialects. */
final class DialectCaller {
  private static final int TWENTY_MS = 160;

  private final int port;

  DialectCaller(int port) {
    this.port = port;
  }

  TestClient raw(String call, byte[] pcmu) throws Exception {
    TestClient client = TestClient.connectTo(port, "/v1/ingest/raw", null);
    client.send(
        """
        {"type":"start","callId":"%s","role":"customer","encoding":"pcmu","sampleRate":8000}\
        """
            .formatted(call));
    for (byte[] piece : pieces(pcmu, 777)) {
      client.send(piece);
    }
    client.send("{\"type\":\"stop\"}");
    client.next("stopped");
    return client;
  }

  /** As Twilio sends it, but for the order. */
  TestClient twilio(String call, byte[] pcmu) {
    return stream(
        """
        {"event":"start","sequenceNumber":"1","streamSid":"MZ1","start":{"callSid":"%s",
        "tracks":["inbound"],"mediaFormat":{"encoding":"audio/x-mulaw","sampleRate":8000,
        "channels":1}}}\
        """
            .formatted(call),
        "{\"event\":\"media\",\"media\":{\"track\":\"inbound\",\"chunk\":\"%d\",\"payload\":\"%s\"}}",
        pcmu);
  }

  /** As those who write it in snake_case, with numbers as numbers. */
  TestClient snake(String call, byte[] pcmu) {
    return stream(
        """
        {"event":"start","stream_id":"S1","start":{"call_control_id":"%s",
        "media_format":{"encoding":"PCMU","sample_rate":8000,"channels":1}}}\
        """
            .formatted(call),
        "{\"event\":\"media\",\"stream_id\":\"S1\",\"media\":{\"chunk\":%d,\"payload\":\"%s\"}}",
        pcmu);
  }

  private TestClient stream(String start, String media, byte[] pcmu) {
    TestClient client = TestClient.connectTo(port, "/v1/ingest/twilio", null);
    client.send("{\"event\":\"connected\"}").send(start);
    List<byte[]> pieces = pieces(pcmu, TWENTY_MS);
    for (int i : shuffled(pieces.size())) {
      client.send(media.formatted(i + 1, Base64.getEncoder().encodeToString(pieces.get(i))));
    }
    return client.send("{\"event\":\"stop\"}");
  }

  /**
   * 0 to {@code n} - 1, each up to five places too early or too late; the first stays the first.
   */
  private static List<Integer> shuffled(int n) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      order.add(i);
    }
    Random random = new Random(7);
    for (int i = 1; i < n; i += 6) {
      Collections.shuffle(order.subList(i, Math.min(n, i + 6)), random);
    }
    return order;
  }

  /** A session with both channels, that wants events. */
  TestClient audioHook(String call, SpokenFile external, SpokenFile internal) throws Exception {
    TestClient client = TestClient.connectTo(port, "/v1/ingest/audiohook", null);
    client.send(
        """
        {"version":"2","id":"%1$s","type":"open","seq":1,"serverseq":0,"position":"PT0S",
        "parameters":{"organizationId":"d7934305-0972-4844-938e-9060eef73d05",
        "conversationId":"%1$s","media":[{"type":"audio","format":"PCMU",
        "channels":["external","internal"],"rate":8000}],"customConfig":{"emotionEvents":true}}}\
        """
            .formatted(call));
    client.next("opened");
    byte[] stereo = new byte[2 * external.pcmu().length];
    for (int i = 0; i < external.pcmu().length; i++) {
      stereo[2 * i] = external.pcmu()[i];
      stereo[2 * i + 1] = internal.pcmu()[i];
    }
    for (byte[] piece : pieces(stereo, 3_200)) {
      client.send(piece);
    }
    return client.send(
        """
        {"version":"2","id":"%s","type":"close","seq":2,"serverseq":1,"position":"PT9S",
        "parameters":{"reason":"end"}}\
        """
            .formatted(call));
  }

  /** The windows in all of the answers, by their end in ms. */
  Map<Long, JsonNode> vosk(String call, byte[] s16le) throws Exception {
    Map<Long, JsonNode> windows = new TreeMap<>();
    TestClient client =
        TestClient.connectTo(port, "/v1/ingest/vosk?role=customer&call_id=" + call, null);
    for (byte[] piece : pieces(s16le, 8_000)) {
      take(client.send(piece).nextWith("partial"), windows);
    }
    take(client.send("{\"eof\" : 1}").nextWith("text"), windows);
    return windows;
  }

  private static void take(JsonNode answer, Map<Long, JsonNode> windows) {
    answer.path("windows").forEach(w -> windows.put(w.at("/window/endMs").asLong(), w));
  }

  private static List<byte[]> pieces(byte[] audio, int size) {
    List<byte[]> pieces = new ArrayList<>();
    for (int at = 0; at < audio.length; at += size) {
      pieces.add(Arrays.copyOfRange(audio, at, Math.min(audio.length, at + size)));
    }
    return pieces;
  }
}
