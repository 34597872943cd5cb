package org.emotionmonitor.app.topology;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.app.topology.leg.PlacedChunk;

/** The legs of a task as they are kept in its two state stores. */
final class LegStore {

  private static final ByteArraySerializer PREFIX = new ByteArraySerializer();

  private final KeyValueStore<Bytes, byte[]> chunks;
  private final KeyValueStore<Bytes, byte[]> meta;

  LegStore(KeyValueStore<Bytes, byte[]> chunks, KeyValueStore<Bytes, byte[]> meta) {
    this.chunks = chunks;
    this.meta = meta;
  }

  void put(String leg, LegMeta value) {
    meta.put(bytes(leg), value.bytes());
  }

  void put(String leg, long slot, PlacedChunk chunk) {
    chunks.put(ChunkCodec.key(bytes(leg), ChunkCodec.PLACED, slot), ChunkCodec.value(chunk));
  }

  void put(String leg, Chunk waiting) {
    chunks.put(
        ChunkCodec.key(bytes(leg), ChunkCodec.WAITING, waiting.seq()), ChunkCodec.value(waiting));
  }

  void deleteWaiting(String leg, long seq) {
    chunks.delete(ChunkCodec.key(bytes(leg), ChunkCodec.WAITING, seq));
  }

  /** Forgets everything about a leg. */
  void delete(String leg) {
    deleteChunks(leg);
    meta.delete(bytes(leg));
  }

  /** Forgets all chunks of a leg. */
  void deleteChunks(String leg) {
    deletePlaced(leg);
    delete(keys(leg, ChunkCodec.WAITING));
  }

  /** Forgets a leg's placed chunks. */
  void deletePlaced(String leg) {
    delete(keys(leg, ChunkCodec.PLACED));
  }

  /** The legs that are live, by key. */
  Map<String, LegMeta> legs() {
    Map<String, LegMeta> legs = new LinkedHashMap<>();
    try (KeyValueIterator<Bytes, byte[]> all = meta.all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> entry = all.next();
        legs.put(new String(entry.key.get(), StandardCharsets.UTF_8), LegMeta.parse(entry.value));
      }
    }
    return legs;
  }

  /** Chunks that became audio, in order. */
  List<PlacedChunk> placed(String leg, long arrivedMs) {
    return read(leg, ChunkCodec.PLACED, arrivedMs);
  }

  /** Chunks that wait, in order. */
  List<Chunk> waiting(String leg, long arrivedMs) {
    return read(leg, ChunkCodec.WAITING, arrivedMs).stream().map(PlacedChunk::chunk).toList();
  }

  private List<PlacedChunk> read(String leg, byte tag, long arrivedMs) {
    List<PlacedChunk> read = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> some = scan(leg, tag)) {
      some.forEachRemaining(entry -> read.add(ChunkCodec.parse(entry.value, arrivedMs)));
    }
    read.sort(Comparator.comparingLong(placed -> placed.chunk().seq()));
    return read;
  }

  private List<Bytes> keys(String leg, byte tag) {
    List<Bytes> keys = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> some = scan(leg, tag)) {
      some.forEachRemaining(entry -> keys.add(entry.key));
    }
    return keys;
  }

  private void delete(List<Bytes> keys) {
    keys.forEach(chunks::delete);
  }

  private KeyValueIterator<Bytes, byte[]> scan(String leg, byte tag) {
    return chunks.prefixScan(ChunkCodec.prefix(bytes(leg), tag), PREFIX);
  }

  private static Bytes bytes(String leg) {
    return Bytes.wrap(leg.getBytes(StandardCharsets.UTF_8));
  }
}
