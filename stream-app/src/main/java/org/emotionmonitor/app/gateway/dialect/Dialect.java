package org.emotionmonitor.app.gateway.dialect;

import org.emotionmonitor.app.gateway.board.Leg;
import org.emotionmonitor.app.gateway.board.Point;
import org.emotionmonitor.app.ingest.live.IngestException;

/**
 * What the messages of one connection mean. Holds the state of that connection alone, and lives on
 * the event loop. Whatever it throws is told to the client and ends the connection.
 */
public interface Dialect {

  /** A text message. */
  void text(String text) throws IngestException;

  /** A binary message. */
  void binary(byte[] audio) throws IngestException;

  /** A window of one of its legs has been estimated, or was found to be without speech. */
  default void result(Leg leg, Point point) {}

  /** The stream is done with one of its legs; no more results come of it. */
  default void ended(Leg leg) {}

  /** The message that tells {@code e} in this protocol, or null if it has none. */
  String error(IngestException e);
}
