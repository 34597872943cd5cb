package org.emotionmonitor.app.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers that a producer of {@code calls.audio} sets. */
public final class AudioHeaders {

  private AudioHeaders() {}

  /** Headers of a start record; its value is the JSON of {@link StartRecord}. */
  public static Headers start() {
    return type(AudioRecord.START);
  }

  /** Headers of the media record number {@code seq} of its leg. */
  public static Headers media(long seq) {
    return type(AudioRecord.MEDIA)
        .add(AudioRecord.SEQ_HEADER, ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
  }

  /** Headers of a pause record; its value is {@code {"at": ISO time}}. */
  public static Headers pause() {
    return type(AudioRecord.PAUSE);
  }

  /** Headers of a resume record; its value is {@code {"at": ISO time}}. */
  public static Headers resume() {
    return type(AudioRecord.RESUME);
  }

  /** Headers of a stop record; its value is an empty JSON object. */
  public static Headers stop() {
    return type(AudioRecord.STOP);
  }

  /** Headers of a consent record; its value is the JSON of {@link ConsentRecord}. */
  public static Headers consent() {
    return type(AudioRecord.CONSENT);
  }

  private static Headers type(String type) {
    return new RecordHeaders().add(AudioRecord.TYPE_HEADER, type.getBytes(StandardCharsets.UTF_8));
  }
}
