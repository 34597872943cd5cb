package org.emotionmonitor.app.topology;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.emotionmonitor.app.domain.Json;

/**
 * Alerts and totals of the legs as they are kept: in a logged store, changed in the transaction of
 * the events, and never cached, as two processors change it.
 */
final class WatchStore {

  private final KeyValueStore<Bytes, byte[]> store;

  WatchStore(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Null if there is nothing. */
  WatchState get(String leg) {
    byte[] json = store.get(bytes(leg));
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
    store.put(bytes(leg), Json.bytes(state));
  }

  void delete(String leg) {
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
