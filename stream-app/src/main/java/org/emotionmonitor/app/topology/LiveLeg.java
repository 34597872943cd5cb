package org.emotionmonitor.app.topology;

import java.util.List;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.metrics.ChunkOutcome;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.topology.leg.Arrival;
import org.emotionmonitor.app.topology.leg.Chunk;
import org.emotionmonitor.app.topology.leg.DueWindow;
import org.emotionmonitor.app.topology.leg.DueWindows;
import org.emotionmonitor.app.topology.leg.HopStretch;
import org.emotionmonitor.app.topology.leg.LegListener;
import org.emotionmonitor.app.topology.leg.LegPipeline;
import org.emotionmonitor.app.topology.leg.LegTiming;
import org.emotionmonitor.app.topology.leg.PlacedChunk;
import org.emotionmonitor.core.vad.VoiceActivity;

/** A leg that is analysed: its clockwork, and what of it is kept in the store. */
final class LiveLeg extends TrackedLeg implements LegListener {

  private final byte[] startJson;
  private final LegPipeline pipeline;
  private final ChunkRing ring;
  private final LegStore store;
  private final DueWindows due;
  private final Metrics metrics;
  private final HopStretch stretch;
  private long newestCaptureMs;
  private boolean changed = true;
  private boolean withheld;

  /**
   * @param slots size of the ring; 0 for the size that the start record suggests
   */
  LiveLeg(
      StartRecord start,
      byte[] startJson,
      int slots,
      LegTiming timing,
      long maxLagMs,
      VoiceActivity.Factory voices,
      LegStore store,
      DueWindows due,
      Metrics metrics) {
    super(start.key(), start.audioKey(), start.startedAt().toEpochMilli());
    this.startJson = startJson;
    this.store = store;
    this.due = due;
    this.metrics = metrics;
    this.newestCaptureMs = start.startedAt().toEpochMilli();
    this.stretch = new HopStretch(maxLagMs);
    this.pipeline = new LegPipeline(start, timing, voices, this);
    this.ring =
        new ChunkRing(
            store,
            start,
            timing.retainedMs(),
            slots > 0 ? slots : LegPipeline.slots(start, timing));
  }

  /** Rebuilds the leg from the store. */
  void restore(LegMeta meta, long nowMs) {
    List<PlacedChunk> placed = store.placed(key(), nowMs);
    List<Chunk> waiting = store.waiting(key(), nowMs);
    ring.restore(placed);
    pause(meta.pause());
    withheld = meta.kind() == LegMeta.Kind.WITHHELD;
    metrics.legsLive(withheld ? -1 : 0);
    pipeline.restore(meta.progress(), placed, waiting);
    placed.forEach(chunk -> captured(chunk.chunk()));
    waiting.forEach(this::captured);
    changed = false;
  }

  /** Takes in a chunk; of one from a pause, only that it came. */
  Arrival accept(Chunk received) {
    if (withheld) {
      metrics.chunks(ChunkOutcome.POLICY, 1);
      newestCaptureMs = Math.max(newestCaptureMs, received.capturedMs());
      return Arrival.ACCEPTED;
    }
    Chunk chunk = pause().covers(received.capturedMs()) ? received.silenced() : received;
    if (!pipeline.isPast(received.seq())) {
      stretch.heard(received.capturedMs(), received.arrivedMs());
    }
    changed |= pipeline.isForgotten();
    Arrival arrival = pipeline.accept(chunk);
    switch (arrival) {
      case DUPLICATE -> count(ChunkOutcome.DUPLICATE, 1);
      case LATE -> count(ChunkOutcome.LATE, 1);
      case ACCEPTED -> captured(chunk);
      case JUMP -> {}
    }
    return arrival;
  }

  /** Whether its party has not agreed: nothing of its audio is decoded or kept. */
  boolean isWithheld() {
    return withheld;
  }

  /** Forgets all audio of the leg, here and in the store; what is due is not scored. */
  void withhold() {
    metrics.legsLive(withheld ? 0 : -1);
    withheld = true;
    due.forget(pipeline);
    pipeline.forget();
    store.deleteChunks(key());
    ring.restore(List.of());
    changed = true;
    save();
  }

  /** The leg goes on with the next chunk. */
  void release() {
    metrics.legsLive(withheld ? 1 : 0);
    withheld = false;
    changed = true;
    save();
  }

  /** Writes the leg's meta record if anything in it has changed. */
  void save() {
    if (changed) {
      store.put(key(), meta());
      changed = false;
    }
  }

  /** Something that the meta record tells has changed. */
  void changed() {
    changed = true;
  }

  @Override
  LegMeta meta() {
    return new LegMeta(
        withheld ? LegMeta.Kind.WITHHELD : LegMeta.Kind.LIVE,
        startedMs(),
        ring.slots(),
        pause(),
        pipeline.progress(),
        startJson);
  }

  LegPipeline pipeline() {
    return pipeline;
  }

  /** The latest capture time of the leg's chunks, in ms since 1970. */
  long newestCaptureMs() {
    return newestCaptureMs;
  }

  @Override
  public void waiting(Chunk chunk) {
    store.put(key(), chunk);
  }

  @Override
  public void placed(PlacedChunk chunk, boolean hadWaited) {
    metrics.chunks(ChunkOutcome.AUDIO, 1);
    int slots = ring.slots();
    ring.put(chunk);
    changed |= slots != ring.slots();
    if (hadWaited) {
      store.deleteWaiting(key(), chunk.chunk().seq());
    }
  }

  @Override
  public void paused(Chunk chunk, boolean hadWaited) {
    count(ChunkOutcome.PAUSED, 1);
    if (hadWaited) {
      store.deleteWaiting(key(), chunk.seq());
    }
  }

  @Override
  public void lost(long chunks) {
    count(ChunkOutcome.LOST, chunks);
  }

  @Override
  public void due(DueWindow window) {
    int former = stretch.factor();
    boolean skip =
        switch (window.trigger()) {
          case INTERVAL -> stretch.skips(pipeline.number(window));
          case SPEECH_ENDED -> former > 1;
          case LEG_ENDED -> false;
        };
    if (former > 1 != stretch.factor() > 1) {
      metrics.degradedLegs(former > 1 ? -1 : 1);
    }
    if (skip) {
      due.skip(window);
    } else {
      due.add(stretch.factor() > 1 ? window.asDegraded() : window);
    }
  }

  /** The leg is not this instance's any more. */
  void forgotten() {
    metrics.legsLive(withheld ? 0 : -1);
    if (stretch.factor() > 1) {
      metrics.degradedLegs(-1);
    }
  }

  @Override
  public void scoreNow() {
    due.score();
  }

  private void count(ChunkOutcome outcome, long chunks) {
    metrics.chunks(outcome, chunks);
    changed = true;
  }

  private void captured(Chunk chunk) {
    newestCaptureMs = Math.max(newestCaptureMs, chunk.capturedMs());
  }
}
