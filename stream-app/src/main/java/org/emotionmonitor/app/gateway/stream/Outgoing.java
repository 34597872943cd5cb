package org.emotionmonitor.app.gateway.stream;

/**
 * A message to a client.
 *
 * @param type its type, as in the text
 * @param seq the newest change that it tells of, or -1 if it tells of none
 * @param text JSON
 */
record Outgoing(String type, long seq, String text) {

  /** A message that tells of no change. */
  static Outgoing of(String type, String text) {
    return new Outgoing(type, -1, text);
  }
}
