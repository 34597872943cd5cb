package org.emotionmonitor.app.ingest.live;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why audio is not taken, with the WebSocket close code that goes with it. */
public enum IngestError {
  /** A message is not of the protocol. */
  BAD_MESSAGE(1008),
  /** What the start says cannot be. */
  BAD_START(1008),
  /** Audio before the start. */
  NOT_STARTED(1008),
  /** A second start. */
  ALREADY_STARTED(1008),
  /** Audio that is not whole samples, or not of the encoding. */
  BAD_AUDIO(1008),
  /** The token does not allow it. */
  FORBIDDEN(1008),
  /** The token has expired. */
  TOKEN_EXPIRED(4401),
  /** Another connection is sending this leg's audio. */
  LEG_IN_USE(1008),
  /** No start within the time allowed. */
  START_TIMEOUT(1008),
  /** Nothing came for too long. */
  IDLE(1008),
  /** A message is longer than allowed. */
  MESSAGE_TOO_LARGE(1009),
  /** The gateway has as many streams or bytes as it may hold. */
  OVERLOADED(1013),
  /** Kafka has not taken the audio for longer than the gateway can hold it. */
  BROKER_UNAVAILABLE(1013);

  private final int closeCode;

  IngestError(int closeCode) {
    this.closeCode = closeCode;
  }

  /** The name in messages, such as {@code bad_start}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The codes of all. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(IngestError::code).toList();
  }

  /** RFC 6455 close code; 4401 is our own, for a token that has ended. */
  public int closeCode() {
    return closeCode;
  }
}
