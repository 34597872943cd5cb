package org.emotionmonitor.app.topology.leg;

/**
 * A media record of a leg.
 *
 * @param seq its number in the leg
 * @param capturedMs when it was captured (record timestamp)
 * @param arrivedMs when it arrived here (wall clock); only latencies depend on it
 * @param audio encoded samples
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of bytes; never compared.
public record Chunk(long seq, long capturedMs, long arrivedMs, byte[] audio) {}
