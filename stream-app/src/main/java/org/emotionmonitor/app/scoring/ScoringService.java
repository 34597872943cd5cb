package org.emotionmonitor.app.scoring;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.emotionmonitor.app.domain.Judgement;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.app.metrics.ScorerMetrics;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.vad.VoiceActivity;
import org.emotionmonitor.onnx.Precision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process's one way to the model. Whoever has a window hands it over and goes on; the answer
 * comes later. Speech is told from none on the caller's thread, as the detectors are the legs'; the
 * model is asked by one thread for all callers. Thread-safe.
 */
public final class ScoringService implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ScoringService.class);
  private static final double FRAME_MS =
      1_000.0 * FeatureSpec.FRAME_SHIFT / FeatureSpec.SAMPLE_RATE;
  private static final long CLOSE_WAIT_MS = 2_000;
  private static final long LOG_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final LiveModel model;
  private final VoiceActivity.Factory voices;
  private final ScoringLimits limits;
  private final int minSpeechFrames;
  private final ScorerMetrics metrics;
  private final FeatureBuffers buffers;
  private final BatchScorer batches;
  private final Thread thread;
  private final List<AutoCloseable> parts = new CopyOnWriteArrayList<>();
  private volatile Shadow shadow;
  private volatile Consumer<Boolean> onWorking = working -> {};

  /**
   * Takes over the model and the speech detector, which are closed with this service.
   *
   * @param voices makes the voice activity of the legs
   * @param minSpeechMs speech that a window needs to be scored, in ms
   */
  public ScoringService(
      Model model,
      VoiceActivity.Factory voices,
      ScoringLimits limits,
      int minSpeechMs,
      ScorerMetrics metrics) {
    this.model = new LiveModel(model, live -> metrics.model(live.ref(), live.precision().label()));
    this.voices = voices;
    this.limits = limits;
    this.minSpeechFrames = (int) Math.ceil(minSpeechMs / FRAME_MS);
    this.metrics = metrics;
    this.buffers = new FeatureBuffers(limits.queue());
    this.batches = new BatchScorer(this.model, buffers, limits, new Watching());
    this.thread = new Thread(batches, "scorer");
    thread.setDaemon(true);
    thread.start();
    metrics.queue(buffers::used);
    metrics.ready(this::ready);
  }

  /** Which model gives the scores. */
  public ModelRef model() {
    return model.current().ref();
  }

  /** Number format of that model. */
  public Precision precision() {
    return model.current().precision();
  }

  /** Makes the voice activity of the legs whose windows come here. */
  public VoiceActivity.Factory voices() {
    return voices;
  }

  /** Windows that the model gets in one call. */
  public int maxBatch() {
    return limits.maxBatch();
  }

  /**
   * Has another model take the place of the present one between two batches: no window waits for
   * it, and each is scored by one of them. It becomes this service's to close.
   */
  public void replaceBy(Model next) {
    model.replaceBy(next);
  }

  /** Compares what is scored with what another model says; closed with this service. */
  void shadow(Shadow second) {
    shadow = second;
    parts.add(second);
  }

  /** Closes that part with this service, before the model. */
  void with(AutoCloseable part) {
    parts.add(part);
  }

  /** Whether no window waits or is being scored. */
  public boolean idle() {
    return buffers.used() == 0;
  }

  /** Whether the model answers, and in time. */
  public boolean ready() {
    return thread.isAlive()
        && !batches.failing()
        && batches.busyNanos() < limits.deadline().toNanos();
  }

  /** Tells {@code listener} false when the model fails, true when it works again. */
  public void onWorking(Consumer<Boolean> listener) {
    onWorking = listener;
  }

  /**
   * Hands a window over; its frames are not needed any more when this returns.
   *
   * @return the answer to come; it is cancelled if the service is closed before. Null if too many
   *     windows wait already: the caller asks again later
   */
  public CompletableFuture<WindowScore> submit(WindowRequest window) {
    FloatBuffer buffer = buffers.poll();
    return buffer == null ? null : submit(window, buffer);
  }

  /** As {@link #submit}, but waits while too many windows do. */
  public CompletableFuture<WindowScore> submitWaiting(WindowRequest window) {
    try {
      FloatBuffer buffer = buffers.take();
      return submit(window, buffer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the model", e);
    }
  }

  /** Windows that {@code handOver} submits are scored in the same batches, as far as they fit. */
  public void together(Runnable handOver) {
    batches.together(handOver);
  }

  /** Scores windows and waits for the answers, which are in the order of the requests. */
  public List<WindowScore> score(List<WindowRequest> windows) {
    List<CompletableFuture<WindowScore>> answers = new ArrayList<>(windows.size());
    windows.forEach(window -> answers.add(submitWaiting(window)));
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<WindowScore> submit(WindowRequest window, FloatBuffer buffer) {
    WindowScore heard = listen(window);
    if (heard.speechFrames() < minSpeechFrames) {
      buffers.give(buffer);
      return CompletableFuture.completedFuture(heard);
    }
    window.frontEnd().window(window.endFrame(), buffer.clear());
    CompletableFuture<WindowScore> answer = new CompletableFuture<>();
    batches.add(new Job(heard, buffer, window.frames(), System.nanoTime(), answer));
    return answer;
  }

  private WindowScore listen(WindowRequest window) {
    boolean[] speech = new boolean[window.frames()];
    int frames = window.voice().speech(window.endFrame(), window.frames(), speech);
    Estimates estimates = Estimates.of(window, speech, frames >= minSpeechFrames);
    long now = System.nanoTime();
    return new WindowScore(bits(speech), estimates, null, Judgement.NO_SPEECH, model(), now, now);
  }

  private static BitSet bits(boolean[] speech) {
    BitSet bits = new BitSet(speech.length);
    for (int i = 0; i < speech.length; i++) {
      bits.set(i, speech[i]);
    }
    return bits;
  }

  /** Ends after the batch that is being scored; windows that wait are given up. */
  @Override
  public void close() {
    parts.forEach(ScoringService::close);
    batches.stop();
    try {
      thread.join(CLOSE_WAIT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    model.close();
    voices.close();
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("closing {} failed: {}", part.getClass().getSimpleName(), e.toString());
    }
  }

  private final class Watching implements BatchScorer.Watcher {

    private long logged;

    @Override
    public void scored(BatchScorer.Scored batch) {
      metrics.batch(batch.n());
      Shadow second = shadow;
      if (second != null) {
        // The buffers of this batch are not given back yet: more than those are windows that wait.
        second.scored(batch, buffers.used() > batch.n());
      }
    }

    @Override
    public void failed(RuntimeException why) {
      metrics.failed();
      if (logged == 0 || System.nanoTime() - logged > LOG_EVERY_NANOS) {
        logged = System.nanoTime();
        LOG.error("the model fails; its windows wait, and are tried again: {}", why.toString());
      }
      onWorking.accept(false);
    }

    @Override
    public void recovered() {
      logged = 0;
      LOG.info("the model works again");
      onWorking.accept(true);
    }
  }
}
