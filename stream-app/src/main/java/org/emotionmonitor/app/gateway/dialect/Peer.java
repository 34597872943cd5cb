package org.emotionmonitor.app.gateway.dialect;

import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.ingest.live.IngestException;
import org.emotionmonitor.app.ingest.live.LegWriter;

/** What a dialect can do with its connection. */
public interface Peer {

  /** Something to do that may refuse. */
  @FunctionalInterface
  interface Step {
    void run() throws IngestException;
  }

  /**
   * Does {@code then} if the handshake, or else {@code token}, says that the client may bring
   * audio; refuses it otherwise. Nothing more is read meanwhile.
   *
   * @param token what a message says, or null
   */
  void authenticate(String token, Step then) throws IngestException;

  /** What the URL's query says under {@code name}, or null. */
  String query(String name);

  /** No audio will come, so none is waited for: the client only tries the connection. */
  void expectNothing();

  /** Does {@code then} after that many ms, unless the connection has ended. */
  void after(long ms, Runnable then);

  /** Sends a text message. */
  void send(String text);

  /** Begins a leg, which is stopped at the latest when the connection ends. */
  LegWriter open(StartRecord start) throws IngestException;

  /** {@code audioMs} ms of audio have come; more is read when real time allows. */
  void spend(double audioMs);

  /** Calls back on the event loop when all legs are stopped and acknowledged. */
  void whenWritten(Runnable then);

  /** Ends the connection with a WebSocket close code. */
  void close(int code, String reason);

  /** Length of the chunks that are written, in ms. */
  int chunkMs();
}
