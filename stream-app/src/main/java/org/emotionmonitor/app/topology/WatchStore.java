package org.emotionmonitor.app.topology;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.emotionmonitor.app.domain.Json;

/**
 * Alerts and totals of the legs as they are kept: in a logged store, changed in the transaction of
 * the events. Two processors change it, so what is in the store holds; but the one that reads it
 * for every window parses it only if it is not what itself has written.
 */
final class WatchStore {

  private record Written(byte[] json, WatchState state) {}

  private final KeyValueStore<Bytes, byte[]> store;
  private final boolean remembers;
  private final Map<String, Written> written = new HashMap<>();

  private WatchStore(KeyValueStore<Bytes, byte[]> store, boolean remembers) {
    this.store = store;
    this.remembers = remembers;
  }

  /** For one that changes a leg now and then. */
  static WatchStore of(KeyValueStore<Bytes, byte[]> store) {
    return new WatchStore(store, false);
  }

  /** For the one that reads and writes all the time, and deletes what is over. */
  static WatchStore remembering(KeyValueStore<Bytes, byte[]> store) {
    return new WatchStore(store, true);
  }

  /** Null if there is nothing. */
  WatchState get(String leg) {
    byte[] json = store.get(bytes(leg));
    Written own = written.get(leg);
    if (own != null && Arrays.equals(own.json(), json)) {
      return own.state();
    }
    try {
      return json == null ? null : Json.read(json, WatchState.class);
    } catch (UncheckedIOException e) {
      throw new IllegalStateException(
          "state of the alerts of leg %s was written by another version; reset the application's state"
              .formatted(leg),
          e);
    }
  }

  void put(String leg, WatchState state) {
    byte[] json = Json.bytes(state);
    if (remembers) {
      written.put(leg, new Written(json, state));
    }
    store.put(bytes(leg), json);
  }

  void delete(String leg) {
    written.remove(leg);
    store.delete(bytes(leg));
  }

  List<String> legs() {
    List<String> legs = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      all.forEachRemaining(entry -> legs.add(new String(entry.key.get(), StandardCharsets.UTF_8)));
    }
    return legs;
  }

  private static Bytes bytes(String leg) {
    return Bytes.wrap(leg.getBytes(StandardCharsets.UTF_8));
  }
}
