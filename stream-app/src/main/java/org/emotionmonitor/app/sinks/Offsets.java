package org.emotionmonitor.app.sinks;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which records are still on their way, and so how far may be committed. Deliveries end in any
 * order; a commit never passes one that has not ended. Thread-safe.
 */
final class Offsets {

  private static final class Pending {
    private final TreeSet<Long> open = new TreeSet<>();
    private long next;
    private long committed = -1;
  }

  private final Map<TopicPartition, Pending> partitions = new HashMap<>();
  private int open;

  synchronized void begin(TopicPartition partition, long offset) {
    Pending pending = partitions.computeIfAbsent(partition, p -> new Pending());
    pending.open.add(offset);
    pending.next = offset + 1;
    open++;
  }

  synchronized void end(TopicPartition partition, long offset) {
    Pending pending = partitions.get(partition);
    if (pending != null && pending.open.remove(offset)) {
      open--;
    }
  }

  /** Records on their way. */
  synchronized int open() {
    return open;
  }

  /** What may be committed and has not been. */
  synchronized Map<TopicPartition, OffsetAndMetadata> ready() {
    Map<TopicPartition, OffsetAndMetadata> ready = new HashMap<>();
    partitions.forEach(
        (partition, pending) -> {
          long to = pending.open.isEmpty() ? pending.next : pending.open.first();
          if (to > pending.committed) {
            pending.committed = to;
            ready.put(partition, new OffsetAndMetadata(to));
          }
        });
    return ready;
  }

  /** The partition is another's now. */
  synchronized void forget(TopicPartition partition) {
    Pending pending = partitions.remove(partition);
    open -= pending == null ? 0 : pending.open.size();
  }
}
