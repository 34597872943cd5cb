package org.emotionmonitor.app.scoring;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.emotionmonitor.app.domain.ModelRef;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.vad.VoiceActivity;
import org.emotionmonitor.onnx.ModelInfo;
import org.emotionmonitor.onnx.Scorer;
import org.emotionmonitor.onnx.Scores;

/**
 * The process's one way to the model: tells speech from none, and scores the windows with speech in
 * batches. Thread-safe: callers take turns, as the cores are better used by one batch at a time.
 */
public final class ScoringService implements AutoCloseable {

  private static final int WINDOW_FLOATS = FeatureSpec.WINDOW_FRAMES * FeatureSpec.FEATURES;
  private static final double FRAME_MS =
      1_000.0 * FeatureSpec.FRAME_SHIFT / FeatureSpec.SAMPLE_RATE;
  private static final double NANOS_PER_MS = 1e6;

  private final Scorer scorer;
  private final VoiceActivity.Factory voices;
  private final int maxBatch;
  private final int minSpeechFrames;
  private final Metrics metrics;
  private final FloatBuffer features;
  private final boolean[] speech = new boolean[FeatureSpec.WINDOW_FRAMES];
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * Takes over the scorer and the speech detector, which are closed with this service.
   *
   * @param voices makes the voice activity of the legs
   * @param maxBatch windows that the model gets in one call
   * @param minSpeechMs speech that a window needs to be scored, in ms
   */
  public ScoringService(
      Scorer scorer, VoiceActivity.Factory voices, int maxBatch, int minSpeechMs, Metrics metrics) {
    this.scorer = scorer;
    this.voices = voices;
    this.maxBatch = maxBatch;
    this.minSpeechFrames = (int) Math.ceil(minSpeechMs / FRAME_MS);
    this.metrics = metrics;
    this.features =
        ByteBuffer.allocateDirect(Math.multiplyExact(maxBatch, WINDOW_FLOATS * Float.BYTES))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
  }

  /** Which model gives the scores. */
  public ModelRef model() {
    ModelInfo info = scorer.info();
    return new ModelRef(info.metadata().name(), info.metadata().version(), info.shortSha());
  }

  /** Makes the voice activity of the legs whose windows come here. */
  public VoiceActivity.Factory voices() {
    return voices;
  }

  /** Windows that the model gets in one call. */
  public int maxBatch() {
    return maxBatch;
  }

  /**
   * Scores windows; the answers are in the order of the requests.
   *
   * @throws org.emotionmonitor.onnx.ModelException if ONNX Runtime fails
   */
  public List<WindowScore> score(List<WindowRequest> windows) {
    long asked = System.nanoTime();
    lock.lock();
    try {
      WindowScore[] answers = new WindowScore[windows.size()];
      List<Integer> withSpeech = new ArrayList<>(windows.size());
      for (int i = 0; i < answers.length; i++) {
        answers[i] = listen(windows.get(i));
        if (answers[i].speechFrames() >= minSpeechFrames) {
          withSpeech.add(i);
        }
      }
      for (int from = 0; from < withSpeech.size(); from += maxBatch) {
        int to = Math.min(withSpeech.size(), from + maxBatch);
        run(windows, withSpeech.subList(from, to), answers, asked);
      }
      return Arrays.asList(answers);
    } finally {
      lock.unlock();
    }
  }

  private WindowScore listen(WindowRequest window) {
    int frames = window.voice().speech(window.endFrame(), window.frames(), speech);
    Estimates estimates = Estimates.of(window, speech, frames >= minSpeechFrames);
    return new WindowScore(frames, bits(window.frames()), estimates, null, 0, 0);
  }

  private BitSet bits(int frames) {
    BitSet bits = new BitSet(frames);
    for (int i = 0; i < frames; i++) {
      bits.set(i, speech[i]);
    }
    return bits;
  }

  private void run(
      List<WindowRequest> windows, List<Integer> batch, WindowScore[] answers, long asked) {
    int n = batch.size();
    int[] lengths = new int[n];
    int t = 0;
    for (int i = 0; i < n; i++) {
      lengths[i] = windows.get(batch.get(i)).frames();
      t = Math.max(t, lengths[i]);
    }
    for (int i = 0; i < n; i++) {
      WindowRequest window = windows.get(batch.get(i));
      features.clear().position(i * t * FeatureSpec.FEATURES);
      window.frontEnd().window(window.endFrame(), features);
    }
    long begin = System.nanoTime();
    Scores scores = scorer.score(features.clear(), lengths, n, t);
    double ms = (System.nanoTime() - begin) / NANOS_PER_MS;
    metrics.batch(n);
    for (int i = 0; i < n; i++) {
      WindowScore heard = answers[batch.get(i)];
      answers[batch.get(i)] =
          new WindowScore(
              heard.speechFrames(),
              heard.speech(),
              heard.estimates(),
              row(scores, i),
              (begin - asked) / NANOS_PER_MS,
              ms);
    }
  }

  private static Probabilities row(Scores scores, int i) {
    return new Probabilities(
        scores.emotion()[i], scores.rate()[i], scores.volume()[i], scores.attention()[i]);
  }

  @Override
  public void close() {
    scorer.close();
    voices.close();
  }
}
