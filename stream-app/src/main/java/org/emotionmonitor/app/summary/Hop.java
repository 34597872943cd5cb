package org.emotionmonitor.app.summary;

/**
 * The audio that a window has and the one before it had not, with what the window says of it.
 *
 * @param fromMs begin, in ms of the leg's audio
 * @param endMs end, in ms of the leg's audio
 * @param speechMs speech in it
 * @param emotion label of the window; null if it has no estimate; so are the other two
 * @param rate label of the window
 * @param volume label of the window
 */
public record Hop(
    long fromMs, long endMs, long speechMs, String emotion, String rate, String volume) {

  boolean abstained() {
    return emotion == null;
  }
}
