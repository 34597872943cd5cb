package org.emotionmonitor.app.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A store whose content outlives the driver: what a restore from the changelog would bring. */
final class SharedStore implements KeyValueBytesStoreSupplier {

  private final String name;
  private final Map<String, SharedStore> siblings = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Bytes, byte[]> content = new ConcurrentSkipListMap<>();

  SharedStore(String name) {
    this.name = name;
  }

  /** Another store that lives as long as this one. */
  SharedStore sibling(String other) {
    return other.equals(name) ? this : siblings.computeIfAbsent(other, SharedStore::new);
  }

  /** Takes over another store as a sibling. */
  void adopt(SharedStore other) {
    siblings.put(other.name, other);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public KeyValueStore<Bytes, byte[]> get() {
    return new View();
  }

  @Override
  public String metricsScope() {
    return "in-memory";
  }

  private static boolean startsWith(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  private final class View implements KeyValueStore<Bytes, byte[]> {

    private boolean open;

    @Override
    public String name() {
      return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
      context.register(root, (key, value) -> put(Bytes.wrap(key), value));
      open = true;
    }

    @Override
    public void put(Bytes key, byte[] value) {
      if (value == null) {
        content.remove(key);
      } else {
        content.put(key, value);
      }
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
      return content.putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
      entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte[] delete(Bytes key) {
      return content.remove(key);
    }

    @Override
    public byte[] get(Bytes key) {
      return content.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
      return new Entries(List.copyOf(content.subMap(from, true, to, true).entrySet()));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
      return new Entries(List.copyOf(content.entrySet()));
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(
        P prefix, S serializer) {
      Bytes from = Bytes.wrap(serializer.serialize(null, prefix));
      return new Entries(
          content.tailMap(from, true).entrySet().stream()
              .takeWhile(entry -> startsWith(entry.getKey().get(), from.get()))
              .toList());
    }

    @Override
    public long approximateNumEntries() {
      return content.size();
    }

    @Override
    public boolean persistent() {
      return false;
    }

    @Override
    public Position getPosition() {
      return Position.emptyPosition();
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }

  private static final class Entries implements KeyValueIterator<Bytes, byte[]> {

    private final List<Map.Entry<Bytes, byte[]>> entries;
    private int next;

    Entries(List<Map.Entry<Bytes, byte[]>> entries) {
      this.entries = entries;
    }

    @Override
    public boolean hasNext() {
      return next < entries.size();
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
      Map.Entry<Bytes, byte[]> entry = entries.get(next++);
      return KeyValue.pair(entry.getKey(), entry.getValue());
    }

    @Override
    public Bytes peekNextKey() {
      return entries.get(next).getKey();
    }

    @Override
    public void close() {}
  }
}
