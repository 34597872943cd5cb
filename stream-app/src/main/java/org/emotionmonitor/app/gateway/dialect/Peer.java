package org.emotionmonitor.app.gateway.dialect;

import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.ingest.live.IngestException;
import org.emotionmonitor.app.ingest.live.LegWriter;

/** What a dialect can do with its connection. */
public interface Peer {

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
