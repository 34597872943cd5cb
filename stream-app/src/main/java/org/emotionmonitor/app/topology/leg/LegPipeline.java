package org.emotionmonitor.app.topology.leg;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import org.emotionmonitor.app.domain.ChunkCounts;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.domain.Trigger;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.frontend.Windows;
import org.emotionmonitor.core.vad.VoiceActivity;

/**
 * A leg's clock: chunks go in, in any order and with gaps; windows fall due. Everything is counted
 * in positions of the leg's audio and depends on the chunks and their order of arrival alone. Not
 * thread-safe.
 */
public final class LegPipeline {

  /** How many times its wait a gap may grow, in audio, where capture times stand still. */
  private static final int WAITS = 4;

  private final StartRecord start;
  private final LegTiming timing;
  private final VoiceActivity.Factory voices;
  private final LegListener listener;
  private final WindowGrid grid;
  private final SpeechEnds speechEnds;
  private final Reorder reorder;
  private final ArrayDeque<DueWindow> due = new ArrayDeque<>();
  private LegAudio audio;
  private boolean restoring;
  private long nextDue;
  private long nextLook;
  private long lastDue;
  private long scoredFrame;
  private long windows;
  private long duplicate;
  private long late;
  private long lost;
  private long paused;

  /** First sample that may be used, and the earliest end of a full window from there. */
  private long from;

  private long earliestEnd;

  /** A leg that begins. */
  public LegPipeline(
      StartRecord start, LegTiming timing, VoiceActivity.Factory voices, LegListener listener) {
    this.start = start;
    this.timing = timing;
    this.voices = voices;
    this.listener = listener;
    this.grid = new WindowGrid(timing.firstFrames(), timing.hopFrames());
    this.speechEnds = new SpeechEnds(timing.speechEndFrames());
    this.audio = new LegAudio(start, timing, voices, 0, 0);
    expectAfter(0);
    long frame = start.frameDuration();
    this.reorder =
        new Reorder(
            timing.waitMs(),
            (int) Math.max(2, WAITS * timing.waitMs() / frame),
            timing.maxGapMs() / frame,
            slots(start, timing));
  }

  /** How many chunks of the declared length make up the audio that must be kept. */
  public static int slots(StartRecord start, LegTiming timing) {
    return (int) (timing.retainedMs() / start.frameDuration()) + 2;
  }

  /** Takes in a chunk whose length {@link ChunkLength} does not complain about. */
  public Arrival accept(Chunk chunk) {
    paused += reorder.skipTo(chunk.seq());
    Arrival arrival = reorder.offer(chunk);
    switch (arrival) {
      case DUPLICATE -> duplicate++;
      case LATE -> late++;
      case JUMP -> {}
      case ACCEPTED -> {
        boolean inOrder = chunk.seq() == reorder.next();
        if (!inOrder) {
          listener.waiting(chunk);
        }
        for (Delivery next = reorder.poll(); next != null; next = reorder.poll()) {
          deliver(next, next.chunk().seq() != chunk.seq() || !inOrder);
        }
      }
    }
    return arrival;
  }

  /**
   * Ends the leg: chunks that wait become audio, and what lies beyond the last window becomes one
   * more. The windows that are due are still to be scored; nothing can be accepted any more.
   */
  public void end(long capturedMs, long arrivedMs) {
    for (Delivery next = reorder.drain(); next != null; next = reorder.drain()) {
      deliver(next, true);
    }
    makeRoom(start.sampleRate() / 10);
    audio.finish();
    announce(capturedMs, arrivedMs);
    long frames = audio.frontEnd().frames();
    if (frames > lastDue && frames >= Math.max(LegTiming.MIN_LAST_FRAMES, earliestEnd)) {
      announce(frames, Trigger.LEG_ENDED, capturedMs, arrivedMs);
    }
  }

  /**
   * Forgets all audio and the windows that are due. The leg's clock stands still until the next
   * chunk, whatever its seq, and no window will reach back before it.
   */
  public void forget() {
    due.clear();
    reorder.forget();
    forgetBefore(audio.position());
    audio = new LegAudio(start, timing, voices, from, from);
  }

  /** Whether the chunk of that number has had its turn: another one is late or a duplicate. */
  public boolean isPast(long seq) {
    return seq < reorder.next();
  }

  /** Whether {@link #forget()} was called and no chunk has come since. */
  public boolean isForgotten() {
    return reorder.isForgotten();
  }

  private void forgetBefore(long sample) {
    from = sample;
    // The front end's first frames at a new begin need samples that are gone.
    long first = 2 + from * FeatureSpec.SAMPLE_RATE / start.sampleRate() / FeatureSpec.FRAME_SHIFT;
    earliestEnd = from == 0 ? 0 : first + FeatureSpec.WINDOW_FRAMES;
    expectAfter(Math.max(scoredFrame, earliestEnd - 1));
  }

  /** A due window has been scored; windows are scored in the order in which they fell due. */
  public void scored(DueWindow window, boolean published) {
    due.removeIf(each -> each.endFrame() == window.endFrame());
    scoredFrame = window.endFrame();
    windows += published ? 1 : 0;
  }

  /** The number of a regular window in the leg's grid, from 0. */
  public long number(DueWindow window) {
    return grid.number(window.endFrame());
  }

  /** Whether a window that was abstained on is worth an event. */
  public boolean publishesAbstained(DueWindow window) {
    return switch (window.trigger()) {
      case INTERVAL -> grid.publishesAbstained(window.endFrame());
      case SPEECH_ENDED -> false;
      case LEG_ENDED -> true;
    };
  }

  private void deliver(Delivery delivery, boolean hadWaited) {
    Chunk chunk = delivery.chunk();
    if (delivery.lost() > 0) {
      lost += delivery.lost();
      listener.lost(delivery.lost());
      fill(delivery.lost() * ChunkLength.lostSamples(start), chunk);
    }
    if (chunk.isSilenced()) {
      paused++;
      listener.paused(chunk, hadWaited);
    } else {
      listener.placed(new PlacedChunk(chunk, audio.position()), hadWaited);
      append(chunk);
    }
  }

  private void append(Chunk chunk) {
    makeRoom(ChunkLength.samples(start, chunk.audio().length));
    audio.append(chunk.audio());
    announce(chunk.capturedMs(), chunk.arrivedMs());
  }

  /** Silence in small steps: a long gap has many windows, which are scored on the way. */
  private void fill(long samples, Chunk until) {
    long step = ChunkLength.lostSamples(start);
    for (long left = samples; left > 0; left -= step) {
      long now = Math.min(left, step);
      makeRoom(now);
      audio.silence(now);
      announce(until.capturedMs(), until.arrivedMs());
    }
  }

  /**
   * Has the due windows scored if the front end would lose frames of theirs to so many samples. A
   * leg that is being rebuilt cannot score: windows that it has no frames for were scored before.
   */
  private void makeRoom(long samples) {
    long more =
        2 + samples * FeatureSpec.SAMPLE_RATE / start.sampleRate() / FeatureSpec.FRAME_SHIFT;
    long oldest = audio.frontEnd().frames() + more - timing.capacityFrames();
    if (restoring) {
      due.removeIf(window -> window.firstFrame() < oldest);
    } else if (!due.isEmpty() && due.peekFirst().firstFrame() < oldest) {
      listener.scoreNow();
    }
  }

  private void announce(long capturedMs, long arrivedMs) {
    long frames = audio.frontEnd().frames();
    while (Math.min(nextDue, nextLook) <= frames) {
      if (nextDue <= nextLook) {
        announce(nextDue, Trigger.INTERVAL, capturedMs, arrivedMs);
        expectAfter(nextDue);
      } else if (speechEnds.endedAt(audio.voice(), heardBefore(), nextLook)) {
        announce(nextLook, Trigger.SPEECH_ENDED, capturedMs, arrivedMs);
        expectAfter(nextLook);
      } else {
        nextLook = speechEnds.next(nextLook);
      }
    }
  }

  /** What may become a window after {@code frame}; no speech ends before the first one. */
  private void expectAfter(long frame) {
    nextDue = grid.after(frame);
    nextLook = speechEnds.firstAfter(Math.max(frame, timing.firstFrames()));
  }

  /** Frames that the window before has heard, or that may not be used. */
  private long heardBefore() {
    return Math.max(lastDue, earliestEnd - FeatureSpec.WINDOW_FRAMES);
  }

  private void announce(long endFrame, Trigger trigger, long capturedMs, long arrivedMs) {
    DueWindow window =
        new DueWindow(
            this, endFrame, Windows.frames(endFrame), trigger, capturedMs, arrivedMs, false);
    lastDue = endFrame;
    if (restoring) {
      if (window.firstFrame() >= audio.frontEnd().firstFrame()) {
        due.addLast(window);
      }
    } else {
      due.addLast(window);
      listener.due(window);
    }
  }

  /**
   * Rebuilds a leg from what was kept of it, to the state it had; windows that were due are due
   * again. To be called once, before anything else.
   *
   * @param placed chunks that had become audio, in order; those of the last {@link
   *     LegTiming#retainedMs()} must be complete
   * @param waiting chunks that wait for those before them
   */
  public void restore(LegProgress progress, List<PlacedChunk> placed, Collection<Chunk> waiting) {
    scoredFrame = progress.scoredFrame();
    windows = progress.windows();
    duplicate = progress.duplicate();
    late = progress.late();
    lost = progress.lost();
    paused = progress.paused();
    lastDue = scoredFrame;
    forgetBefore(progress.from());
    List<PlacedChunk> needed = Rebuild.needed(start, timing, placed, from);
    long position = Rebuild.position(start, timing, placed, from);
    audio =
        new LegAudio(
            start, timing, voices, position, Rebuild.framesFrom(start, scoredFrame, position));
    for (PlacedChunk chunk : placed) {
      reorder.restoreDelivered(chunk.chunk().seq());
    }
    reorder.restoreNext(progress.next(), progress.forgotten());
    restoring = true;
    for (PlacedChunk chunk : needed) {
      fill(chunk.position() - audio.position(), chunk.chunk());
      append(chunk.chunk());
    }
    restoring = false;
    due.forEach(listener::due);
    waiting.forEach(reorder::offer);
  }

  /** Who speaks, and how. */
  public StartRecord start() {
    return start;
  }

  /** The leg's frames. */
  public FrontEnd frontEnd() {
    return audio.frontEnd();
  }

  /** Which of its frames are speech. */
  public VoiceActivity voice() {
    return audio.voice();
  }

  /** Share of a window that was lost, in percent. */
  public double lossPct(DueWindow window) {
    return audio.lossPct(window.endFrame(), window.frames());
  }

  /** What of the leg cannot be told from its chunks. */
  public LegProgress progress() {
    return new LegProgress(
        scoredFrame,
        windows,
        duplicate,
        late,
        lost,
        paused,
        reorder.next(),
        from,
        reorder.isForgotten());
  }

  /** What became of the chunks; those that wait are not counted yet. */
  public ChunkCounts counts() {
    return new ChunkCounts(reorder.next() - lost - paused, duplicate, late, lost, paused);
  }

  /** Audio so far, losses included, in ms. */
  public long audioMs() {
    return audio.position() * 1_000 / start.sampleRate();
  }
}
