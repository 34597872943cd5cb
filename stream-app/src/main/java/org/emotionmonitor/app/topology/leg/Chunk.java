package org.emotionmonitor.app.topology.leg;

/**
 * A media record of a leg.
 *
 * @param seq its number in the leg
 * @param capturedMs when it was captured (record timestamp)
 * @param arrivedMs when it arrived here (wall clock); only latencies depend on it
 * @param audio encoded samples; none if it was captured while the leg was paused: then it takes its
 *     place in the order, and no time
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of bytes; never compared.
public record Chunk(long seq, long capturedMs, long arrivedMs, byte[] audio) {

  private static final byte[] NOTHING = {};

  /** The chunk in the order, with nothing to hear. */
  public Chunk silenced() {
    return new Chunk(seq, capturedMs, arrivedMs, NOTHING);
  }

  boolean isSilenced() {
    return audio.length == 0;
  }
}
