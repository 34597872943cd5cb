package org.emotionmonitor.app.topology;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.domain.Topics;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.policy.Policy;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.summary.LegPart;

/**
 * The topology. Its first half has the legs: audio and what people do about alerts in, two
 * processors that share a store, events, alerts and summaries out. Its second half has the calls,
 * which come by another key: parts of legs in, summaries out.
 */
public final class CallsTopology {

  private static final String AUDIO = "audio";
  private static final String LEGS = "legs";
  private static final String READ_ACTIONS = "alert-actions";
  private static final String ACTIONS = "actions";
  private static final String READ_PARTS = "read-parts";
  private static final String CALLS = "calls";
  private static final String CALL_SUMMARIES = "call-summaries";
  private static final Serializer<byte[]> KEY = new ByteArraySerializer();
  private static final Serializer<Object> JSON = (topic, value) -> Json.bytes(value);

  /**
   * Deletes of ended legs clean the changelogs up; retention by time must not, because capture
   * times of a replay may be old. Small segments, so that the cleaner gets at them.
   */
  private static final Map<String, String> CHANGELOG =
      Map.of(
          "cleanup.policy", "compact",
          "segment.bytes", "16777216",
          "min.cleanable.dirty.ratio", "0.3",
          "delete.retention.ms", "60000");

  private CallsTopology() {}

  /** The topology with its state on disk. */
  public static Topology build(Config config, ScoringService scoring, Metrics metrics) {
    return build(config, scoring, metrics, Stores::persistentKeyValueStore);
  }

  /** The topology in Kafka's words: sources, processors, stores, sinks and their topics. */
  public static String describe(Config config) {
    // Nothing of it runs, so it needs no model.
    return build(config, null, Metrics.isolated()).describe().toString().strip();
  }

  static Topology build(
      Config config,
      ScoringService scoring,
      Metrics metrics,
      Function<String, KeyValueBytesStoreSupplier> stores) {
    Topics topics = config.topicNames();
    Policy policy = new Policy(config.policy());
    Supplier<CommitPace> paces = CommitPace.ofThreads(config.stream().commitInterval());
    return new Topology()
        .addSource(
            AutoOffsetReset.earliest(),
            AUDIO,
            new CaptureTime(),
            new ByteArrayDeserializer(),
            org.emotionmonitor.app.domain.Serdes.audio(),
            topics.audio())
        .addProcessor(LEGS, () -> new LegProcessor(config, policy, scoring, metrics, paces), AUDIO)
        .addSource(
            AutoOffsetReset.earliest(),
            READ_ACTIONS,
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer(),
            topics.alertActions())
        .addProcessor(ACTIONS, () -> new ActionProcessor(metrics.alerts(), paces), READ_ACTIONS)
        .addSource(
            AutoOffsetReset.earliest(),
            READ_PARTS,
            new ByteArrayDeserializer(),
            org.emotionmonitor.app.domain.Serdes.json(LegPart.class).deserializer(),
            topics.parts())
        .addProcessor(CALLS, () -> new CallProcessor(paces), READ_PARTS)
        .addStateStore(store(stores.apply(LegProcessor.CHUNKS)), LEGS)
        .addStateStore(store(stores.apply(LegProcessor.META)), LEGS)
        .addStateStore(store(stores.apply(LegProcessor.WATCH)), LEGS, ACTIONS)
        .addStateStore(store(stores.apply(CallProcessor.CALLS)), CALLS)
        .addSink(Outputs.EMOTION, topics.emotion(), KEY, JSON, LEGS)
        .addSink(Outputs.RATE, topics.rate(), KEY, JSON, LEGS)
        .addSink(Outputs.VOLUME, topics.volume(), KEY, JSON, LEGS)
        .addSink(Outputs.SUMMARIES, topics.summaries(), KEY, JSON, LEGS)
        .addSink(Outputs.ALERTS, topics.alerts(), KEY, JSON, LEGS, ACTIONS)
        .addSink(Outputs.PARTS, topics.parts(), KEY, JSON, LEGS)
        .addSink(CALL_SUMMARIES, topics.summaries(), KEY, JSON, CALLS)
        .addSink(Outputs.AUDIT, topics.audit(), KEY, JSON, LEGS)
        .addSink(Outputs.REJECTED, topics.rejected(), KEY, new ByteArraySerializer(), LEGS);
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(
      KeyValueBytesStoreSupplier supplier) {
    return Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
        .withCachingDisabled()
        .withLoggingEnabled(CHANGELOG);
  }
}
