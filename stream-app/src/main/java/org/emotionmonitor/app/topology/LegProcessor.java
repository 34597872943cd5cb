package org.emotionmonitor.app.topology;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.emotionmonitor.app.config.StreamConfig;
import org.emotionmonitor.app.domain.AudioRecord;
import org.emotionmonitor.app.domain.RejectReason;
import org.emotionmonitor.app.metrics.ChunkOutcome;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.policy.Policy;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.topology.leg.Arrival;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.app.topology.leg.ChunkLength;
import org.emotionmonitor.app.topology.leg.DueWindows;
import org.emotionmonitor.app.topology.leg.LegTiming;
import org.emotionmonitor.core.domain.LegKey;

/**
 * Takes each record of {@code calls.audio} to its leg, and has the windows that fell due scored on
 * every tick. Whatever the record is, it ends in a leg, in a counter or in {@code calls.rejected}.
 */
final class LegProcessor implements Processor<byte[], AudioRecord, byte[], Object> {

  static final String CHUNKS = "chunks";
  static final String META = "meta";

  private static final Duration IDLE_CHECK = Duration.ofSeconds(1);

  private final StreamConfig config;
  private final Policy policy;
  private final ScoringService scoring;
  private final Metrics metrics;
  private ProcessorContext<byte[], Object> context;
  private Outputs outputs;
  private Legs legs;

  LegProcessor(StreamConfig config, Policy policy, ScoringService scoring, Metrics metrics) {
    this.config = config;
    this.policy = policy;
    this.scoring = scoring;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<byte[], Object> context) {
    this.context = context;
    outputs = new Outputs(context, metrics);
    LegStore store = new LegStore(context.getStateStore(CHUNKS), context.getStateStore(META));
    DueWindows due =
        new DueWindows(
            scoring,
            metrics,
            context::currentSystemTimeMs,
            (window, events) -> legs.publish(window, events));
    legs =
        new Legs(
            LegTiming.live(config.timing()),
            scoring.voices(),
            policy,
            store,
            outputs,
            metrics,
            due);
    legs.restore(context.currentSystemTimeMs());
    context.schedule(config.punctuate(), PunctuationType.WALL_CLOCK_TIME, timestamp -> due.score());
    long idleMs = config.timing().idleEnd().toMillis();
    context.schedule(IDLE_CHECK, PunctuationType.WALL_CLOCK_TIME, now -> legs.endIdle(idleMs, now));
  }

  @Override
  public void process(Record<byte[], AudioRecord> record) {
    LegKey key;
    try {
      key = LegKey.parse(text(record.key()));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      outputs.reject(record, RejectReason.BAD_KEY, "" + e.getMessage());
      return;
    }
    AudioRecord value = record.value();
    if (value instanceof AudioRecord.Media media) {
      media(key.toString(), media, record);
    } else if (value instanceof AudioRecord.Start start) {
      start(key, start, record);
    } else if (value instanceof AudioRecord.Stop) {
      stop(key.toString(), record);
    } else if (value instanceof AudioRecord.Malformed malformed) {
      outputs.reject(record, malformed.reason(), malformed.detail());
    }
  }

  @Override
  public void close() {
    if (legs != null) {
      legs.close();
    }
  }

  private void start(LegKey key, AudioRecord.Start start, Record<byte[], AudioRecord> record) {
    if (!start.start().key().equals(key)) {
      outputs.reject(
          record,
          RejectReason.BAD_START,
          "start: key is %s, but callId/legId is %s".formatted(key, start.start().key()));
      return;
    }
    legs.start(start.start(), start.value(), record.timestamp(), context.currentSystemTimeMs());
  }

  private void media(String key, AudioRecord.Media media, Record<byte[], AudioRecord> record) {
    TrackedLeg leg = legs.get(key);
    if (leg == null) {
      outputs.reject(record, RejectReason.NOT_STARTED, "media of leg %s".formatted(key));
      return;
    }
    long now = context.currentSystemTimeMs();
    leg.heard(now);
    if (!(leg instanceof LiveLeg live)) {
      metrics.chunks(ChunkOutcome.POLICY, 1);
      return;
    }
    String complaint = ChunkLength.complaint(live.pipeline().start(), media.value().length);
    if (complaint != null) {
      outputs.reject(record, RejectReason.BAD_LENGTH, complaint);
      return;
    }
    Chunk chunk = new Chunk(media.seq(), record.timestamp(), now, media.value());
    if (live.accept(chunk) == Arrival.JUMP) {
      outputs.reject(
          record, RejectReason.SEQ_JUMP, "seq %d is too far ahead".formatted(media.seq()));
    }
    live.save();
  }

  private void stop(String key, Record<byte[], AudioRecord> record) {
    if (legs.get(key) == null) {
      outputs.reject(record, RejectReason.NOT_STARTED, "stop of leg %s".formatted(key));
      return;
    }
    legs.end(key, record.timestamp(), context.currentSystemTimeMs(), "ended");
  }

  private static String text(byte[] key) throws CharacterCodingException {
    return key == null
        ? null
        : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString();
  }
}
