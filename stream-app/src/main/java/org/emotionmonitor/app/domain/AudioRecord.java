package org.emotionmonitor.app.domain;

import java.time.Instant;

/**
 * One record of {@code calls.audio}, told apart by the header {@code type}. Every kind keeps the
 * bytes it was read from, so that a rejected record can be passed on as it was received.
 */
@SuppressWarnings("ArrayRecordComponent") // Audio is bytes; these records are never compared.
public sealed interface AudioRecord {

  /** Header that names the kind of the record. */
  String TYPE_HEADER = "type";

  /** Header of a media record: its number in the leg, from 0, as 8 bytes big-endian. */
  String SEQ_HEADER = "seq";

  /** Value of {@link #TYPE_HEADER} of a start record. */
  String START = "start";

  /** Value of {@link #TYPE_HEADER} of a media record. */
  String MEDIA = "media";

  /** Value of {@link #TYPE_HEADER} of a stop record. */
  String STOP = "stop";

  /** Value of {@link #TYPE_HEADER} of a consent record. */
  String CONSENT = "consent";

  /** Value of {@link #TYPE_HEADER} of a pause record. */
  String PAUSE = "pause";

  /** Value of {@link #TYPE_HEADER} of a resume record. */
  String RESUME = "resume";

  /** The record's value as it was received; never null. */
  byte[] value();

  /** Opens a leg. */
  record Start(StartRecord start, byte[] value) implements AudioRecord {}

  /** Encoded audio, the {@code seq}-th chunk of the leg. */
  record Media(long seq, byte[] value) implements AudioRecord {}

  /**
   * Stops a leg's audio clock: what is captured from {@code at} on is not heard, and the time is
   * not filled with silence. {@code seq} goes on where it was.
   *
   * @param at null for the record's capture time
   */
  record Pause(Instant at, byte[] value) implements AudioRecord {}

  /**
   * Lets a leg's audio clock go on.
   *
   * @param at null for the record's capture time
   */
  record Resume(Instant at, byte[] value) implements AudioRecord {}

  /** Ends a leg. */
  record Stop(byte[] value) implements AudioRecord {}

  /** What the party said about being analysed, from here on. */
  record ConsentGiven(ConsentRecord consent, byte[] value) implements AudioRecord {}

  /** A record that could not be read; {@code detail} is for people. */
  record Malformed(RejectReason reason, String detail, byte[] value) implements AudioRecord {}
}
