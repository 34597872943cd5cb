package org.emotionmonitor.app.topology;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.emotionmonitor.app.alerts.AlertEngine;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.config.TimingConfig;
import org.emotionmonitor.app.domain.AudioRecord;
import org.emotionmonitor.app.domain.RejectReason;
import org.emotionmonitor.app.domain.StartRecord;
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
  static final String WATCH = "watch";

  private static final Duration IDLE_CHECK = Duration.ofSeconds(1);

  private final Config config;
  private final Policy policy;
  private final ScoringService scoring;
  private final Metrics metrics;
  private final Supplier<CommitPace> paces;
  private CommitPace pace;
  private ProcessorContext<byte[], Object> context;
  private Outputs outputs;
  private DueWindows due;
  private Legs legs;
  private boolean lookedForLost;

  /**
   * @param paces gives that of the calling thread
   */
  LegProcessor(
      Config config,
      Policy policy,
      ScoringService scoring,
      Metrics metrics,
      Supplier<CommitPace> paces) {
    this.config = config;
    this.policy = policy;
    this.scoring = scoring;
    this.metrics = metrics;
    this.paces = paces;
  }

  @Override
  public void init(ProcessorContext<byte[], Object> context) {
    this.context = context;
    pace = paces.get();
    outputs = new Outputs(context, metrics, pace);
    LegStore store = new LegStore(context.getStateStore(CHUNKS), context.getStateStore(META));
    due =
        new DueWindows(
            scoring,
            metrics,
            context::currentSystemTimeMs,
            (window, score, events) -> legs.publish(window, score, events));
    legs =
        new Legs(
            LegTiming.live(config.stream().timing()),
            config.stream().maxLag().toMillis(),
            scoring.voices(),
            policy,
            store,
            outputs,
            metrics,
            due,
            watch(),
            new IdleClock(context.currentSystemTimeMs()));
    legs.restore(context.currentSystemTimeMs());
    context.schedule(
        config.stream().punctuate(), PunctuationType.WALL_CLOCK_TIME, timestamp -> advance());
    context.schedule(IDLE_CHECK, PunctuationType.WALL_CLOCK_TIME, this::everySecond);
  }

  private LegWatch watch() {
    return new LegWatch(
        new AlertEngine(config.alerts().rules()),
        config.summaries().every().toMillis(),
        WatchStore.remembering(context.getStateStore(WATCH)),
        outputs);
  }

  private void everySecond(long nowMs) {
    if (!lookedForLost) {
      // Not at once: while a processor starts, it cannot publish.
      legs.forgetLost(nowMs);
      lookedForLost = true;
    }
    TimingConfig timing = config.stream().timing();
    legs.endIdle(timing.idleEnd().toMillis(), timing.pauseEnd().toMillis(), nowMs);
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
    if (value instanceof AudioRecord.Start start) {
      start(key, start, record);
    } else if (value instanceof AudioRecord.Malformed malformed) {
      outputs.reject(record, malformed.reason(), malformed.detail());
    } else {
      ofLeg(key.toString(), value, record);
    }
    advance();
  }

  private void advance() {
    due.advance();
    pace.commitIfDue(context);
  }

  /** A record that only a live leg can have. */
  private void ofLeg(String key, AudioRecord value, Record<byte[], AudioRecord> record) {
    TrackedLeg leg = legs.fedBy(key);
    if (leg == null) {
      String what = value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
      outputs.reject(record, RejectReason.NOT_STARTED, "%s of leg %s".formatted(what, key));
      return;
    }
    legs.heard(leg, record.timestamp());
    if (value instanceof AudioRecord.Media media) {
      media(leg, media, record);
    } else if (value instanceof AudioRecord.Pause pause) {
      legs.pause(leg, at(pause.at(), record));
    } else if (value instanceof AudioRecord.Resume resume) {
      legs.resume(leg, at(resume.at(), record));
    } else if (value instanceof AudioRecord.ConsentGiven consent) {
      legs.consent(leg, consent.consent(), at(consent.consent().at(), record));
    } else if (value instanceof AudioRecord.Stop) {
      legs.end(key, record.timestamp(), context.currentSystemTimeMs(), "ended");
    }
  }

  private static long at(Instant at, Record<byte[], AudioRecord> record) {
    return at == null ? record.timestamp() : at.toEpochMilli();
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

  private void media(TrackedLeg leg, AudioRecord.Media media, Record<byte[], AudioRecord> record) {
    long now = context.currentSystemTimeMs();
    Chunk chunk = new Chunk(media.seq(), record.timestamp(), now, media.value());
    if (leg instanceof DroppedLeg) {
      metrics.chunks(ChunkOutcome.POLICY, 1);
    } else if (leg instanceof LiveLeg live) {
      if (fits(live.pipeline().start(), record)) {
        accept(live, chunk, record);
      }
    } else if (leg instanceof SplitLeg stream && fits(stream.start(), record)) {
      split(stream, chunk, record);
    }
  }

  /** Gives each channel to its leg; the samples of one that policy drops are not touched. */
  private void split(SplitLeg stream, Chunk chunk, Record<byte[], AudioRecord> record) {
    boolean jump = false;
    for (int i = 0; i < stream.channels().size(); i++) {
      if (legs.channel(stream, i) instanceof LiveLeg live) {
        jump |= !accept(live, stream.channel(chunk, i), jump ? null : record);
      } else {
        metrics.chunks(ChunkOutcome.POLICY, 1);
      }
    }
  }

  /** False for a chunk that the leg cannot use; it is rejected unless it has been already. */
  private boolean accept(LiveLeg leg, Chunk chunk, Record<byte[], AudioRecord> record) {
    boolean usable = leg.accept(chunk) != Arrival.JUMP;
    if (!usable && record != null) {
      outputs.reject(
          record, RejectReason.SEQ_JUMP, "seq %d is too far ahead".formatted(chunk.seq()));
    }
    leg.save();
    return usable;
  }

  private boolean fits(StartRecord start, Record<byte[], AudioRecord> record) {
    String complaint = ChunkLength.complaint(start, record.value().value().length);
    if (complaint != null) {
      outputs.reject(record, RejectReason.BAD_LENGTH, complaint);
    }
    return complaint == null;
  }

  private static String text(byte[] key) throws CharacterCodingException {
    return key == null
        ? null
        : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString();
  }
}
