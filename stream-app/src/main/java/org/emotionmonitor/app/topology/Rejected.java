package org.emotionmonitor.app.topology;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.emotionmonitor.app.domain.AudioRecord;
import org.emotionmonitor.app.domain.RejectReason;

/**
 * A rejected record as it goes out: as received, plus headers that say why and where it was. One
 * that came compressed may be too large for the producer, whose limit counts before compression; it
 * is cut, because a record that cannot be rejected would stop the stream.
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier to the sink; never compared.
record Rejected(byte[] key, byte[] value, Headers headers) {

  private static final int MAX_BYTES = 900_000;
  private static final int CUT_BYTES = 65_536;
  private static final int MAX_DETAIL = 300;

  static Rejected of(
      Record<byte[], AudioRecord> record, RejectReason reason, String detail, RecordMetadata from) {
    byte[] key = record.key();
    byte[] value = record.value() == null ? new byte[0] : record.value().value();
    Headers headers = new RecordHeaders();
    int size = size(key, value, record.headers());
    if (size > MAX_BYTES) {
      key = key == null || key.length > CUT_BYTES ? null : key;
      value = Arrays.copyOf(value, Math.min(value.length, CUT_BYTES));
      add(headers, "rejected_cut_from", "" + size);
    } else {
      record.headers().forEach(headers::add);
    }
    add(headers, "rejected_reason", reason.label());
    add(headers, "rejected_detail", detail.substring(0, Math.min(detail.length(), MAX_DETAIL)));
    add(headers, "rejected_topic", from.topic());
    add(headers, "rejected_partition", "" + from.partition());
    add(headers, "rejected_offset", "" + from.offset());
    return new Rejected(key, value, headers);
  }

  private static int size(byte[] key, byte[] value, Headers headers) {
    long size = value.length + (key == null ? 0L : key.length);
    for (Header header : headers) {
      size += header.key().length() + (header.value() == null ? 0L : header.value().length);
    }
    return (int) Math.min(Integer.MAX_VALUE, size);
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
