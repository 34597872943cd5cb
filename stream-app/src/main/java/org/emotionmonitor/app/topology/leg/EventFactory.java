package org.emotionmonitor.app.topology.leg;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.domain.Attention;
import org.emotionmonitor.app.domain.EmotionEvent;
import org.emotionmonitor.app.domain.EventHead;
import org.emotionmonitor.app.domain.Judgement;
import org.emotionmonitor.app.domain.Latency;
import org.emotionmonitor.app.domain.Quality;
import org.emotionmonitor.app.domain.RateEvent;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.domain.VolumeEvent;
import org.emotionmonitor.app.domain.Window;
import org.emotionmonitor.app.scoring.Probabilities;
import org.emotionmonitor.app.scoring.WindowScore;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.domain.Rate;
import org.emotionmonitor.core.domain.Volume;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.Windows;
import org.emotionmonitor.core.quality.SignalQuality;

/** Turns a window and its score into events. */
final class EventFactory {

  private static final int STEP_FRAMES = 10;
  private static final int STEP_MS = 100;
  private static final List<String> EMOTIONS = Labelled.labels(Emotion.class);
  private static final List<String> RATES = Labelled.labels(Rate.class);
  private static final List<String> VOLUMES = Labelled.labels(Volume.class);

  private EventFactory() {}

  /**
   * @param latency where the time of the window went
   */
  static WindowEvents events(DueWindow window, WindowScore score, Latency latency) {
    EventHead head = head(window, score, latency);
    Probabilities p = score.probabilities();
    Float rate = rounded(score.estimates().syllablesPerSecond(), 100);
    Float level = rounded(score.estimates().activeLevelDbov(), 100);
    if (p == null) {
      Judgement none = Judgement.abstain(score.abstained());
      return new WindowEvents(
          new EmotionEvent(head, none, null),
          new RateEvent(head, none, rate),
          new VolumeEvent(head, none, level));
    }
    return new WindowEvents(
        new EmotionEvent(head, judge(EMOTIONS, p.emotion()), attention(p, window.frames())),
        new RateEvent(head, judge(RATES, p.rate()), rate),
        new VolumeEvent(head, judge(VOLUMES, p.volume()), level));
  }

  private static EventHead head(DueWindow window, WindowScore score, Latency latency) {
    StartRecord start = window.leg().start();
    return new EventHead(
        start.callId(),
        start.legId(),
        start.role(),
        new Window(
            Windows.startMs(window.endFrame(), window.frames()),
            Windows.endMs(window.endFrame()),
            speechMs(score.speechFrames())),
        window.trigger(),
        window.degraded(),
        quality(window.leg().lossPct(window), score.estimates().quality()),
        score.model(),
        latency,
        Instant.ofEpochMilli(window.capturedMs()));
  }

  private static Quality quality(double lossPct, SignalQuality signal) {
    return new Quality(
        lossPct,
        Math.round(signal.clippedPct() * 100) / 100.0,
        Double.isNaN(signal.bandHz()) ? null : (int) Math.round(signal.bandHz()),
        rounded(signal.snrDb(), 10));
  }

  private static long speechMs(int frames) {
    return Math.round(frames * 1_000.0 * FeatureSpec.FRAME_SHIFT / FeatureSpec.SAMPLE_RATE);
  }

  private static Judgement judge(List<String> labels, float[] probabilities) {
    Map<String, Float> byLabel = new LinkedHashMap<>();
    int best = 0;
    for (int i = 0; i < probabilities.length; i++) {
      byLabel.put(labels.get(i), round(probabilities[i], 1e6f));
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    String label = labels.get(best);
    return new Judgement(label, byLabel, byLabel.get(label), null);
  }

  private static Attention attention(Probabilities p, int frames) {
    List<Float> steps = new ArrayList<>();
    for (int from = 0; from < frames; from += STEP_FRAMES) {
      float sum = 0;
      for (int i = from; i < Math.min(frames, from + STEP_FRAMES); i++) {
        sum += p.attention()[i];
      }
      steps.add(round(sum, 1e5f));
    }
    return new Attention(STEP_MS, steps);
  }

  private static Float rounded(double value, float scale) {
    return Double.isFinite(value) ? round((float) value, scale) : null;
  }

  /** More digits would say nothing and cost a third of the event's bytes. */
  private static float round(float value, float scale) {
    return Math.round(value * scale) / scale;
  }
}
