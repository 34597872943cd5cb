package org.emotionmonitor.app.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.emotionmonitor.app.domain.CloudEvents;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.summary.CallTally;
import org.emotionmonitor.app.summary.LegPart;

/**
 * Puts a call's summary together from the parts of its legs, which come by the key of the call. A
 * call whose legs have all ended is forgotten a while later: until then, a leg may join again.
 */
final class CallProcessor implements Processor<byte[], LegPart, byte[], Object> {

  static final String CALLS = "calls";

  private static final Duration CLEANING = Duration.ofMinutes(1);
  private static final Duration KEPT = Duration.ofMinutes(10);

  /** A call in the store, and when its last part came. */
  private record Kept(long atMs, CallTally tally) {}

  private final Supplier<CommitPace> paces;
  private CommitPace pace;
  private ProcessorContext<byte[], Object> context;
  private KeyValueStore<Bytes, byte[]> calls;

  /**
   * @param paces gives that of the calling thread
   */
  CallProcessor(Supplier<CommitPace> paces) {
    this.paces = paces;
  }

  @Override
  public void init(ProcessorContext<byte[], Object> context) {
    this.context = context;
    this.pace = paces.get();
    this.calls = context.getStateStore(CALLS);
    context.schedule(CLEANING, PunctuationType.WALL_CLOCK_TIME, this::clean);
  }

  @Override
  public void process(Record<byte[], LegPart> record) {
    Bytes key = Bytes.wrap(record.key());
    byte[] before = calls.get(key);
    CallTally known = before == null ? CallTally.NONE : Json.read(before, Kept.class).tally();
    CallTally tally = known.with(record.value());
    calls.put(key, Json.bytes(new Kept(context.currentSystemTimeMs(), tally)));
    var summary = tally.summary(new String(record.key(), StandardCharsets.UTF_8));
    Instant time = Instant.ofEpochMilli(record.timestamp());
    context.forward(
        new Record<>(record.key(), summary, record.timestamp(), CloudEvents.of(summary, time)));
    pace.published();
    pace.commitIfDue(context);
  }

  private void clean(long nowMs) {
    List<Bytes> old = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> all = calls.all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> entry = all.next();
        Kept kept = Json.read(entry.value, Kept.class);
        boolean unheard = nowMs - kept.atMs() > KEPT.toMillis();
        if (unheard && kept.tally().isOver()) {
          old.add(entry.key);
        }
      }
    }
    old.forEach(calls::delete);
  }
}
