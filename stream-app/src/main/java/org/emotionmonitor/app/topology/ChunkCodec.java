package org.emotionmonitor.app.topology;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.app.topology.leg.PlacedChunk;

/**
 * Keys and values of the chunk store.
 *
 * <p>Key: length of the leg's key (2 bytes), the leg's key, {@code p} for placed or {@code w} for
 * waiting, and the slot or seq (8 bytes). Value: seq, position, capture time (8 bytes each), audio.
 */
final class ChunkCodec {

  static final byte PLACED = 'p';
  static final byte WAITING = 'w';

  private static final int HEADER = 3 * Long.BYTES;
  private static final long NO_POSITION = -1;

  private ChunkCodec() {}

  static Bytes key(Bytes leg, byte tag, long number) {
    byte[] key = leg.get();
    return Bytes.wrap(
        ByteBuffer.allocate(Short.BYTES + key.length + 1 + Long.BYTES)
            .putShort((short) key.length)
            .put(key)
            .put(tag)
            .putLong(number)
            .array());
  }

  /** What the keys of a leg's chunks of one kind begin with. */
  static byte[] prefix(Bytes leg, byte tag) {
    byte[] key = leg.get();
    return ByteBuffer.allocate(Short.BYTES + key.length + 1)
        .putShort((short) key.length)
        .put(key)
        .put(tag)
        .array();
  }

  static byte[] value(PlacedChunk placed) {
    return value(placed.chunk(), placed.position());
  }

  static byte[] value(Chunk waiting) {
    return value(waiting, NO_POSITION);
  }

  /**
   * @param arrivedMs what to take for its arrival
   */
  static PlacedChunk parse(byte[] value, long arrivedMs) {
    ByteBuffer in = ByteBuffer.wrap(value);
    long seq = in.getLong();
    long position = in.getLong();
    long capturedMs = in.getLong();
    byte[] audio = new byte[in.remaining()];
    in.get(audio);
    return new PlacedChunk(new Chunk(seq, capturedMs, arrivedMs, audio), position);
  }

  private static byte[] value(Chunk chunk, long position) {
    return ByteBuffer.allocate(HEADER + chunk.audio().length)
        .putLong(chunk.seq())
        .putLong(position)
        .putLong(chunk.capturedMs())
        .put(chunk.audio())
        .array();
  }
}
