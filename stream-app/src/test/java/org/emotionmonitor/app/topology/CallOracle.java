package org.emotionmonitor.app.topology;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.config.TimingConfig;
import org.emotionmonitor.app.domain.Trigger;
import org.emotionmonitor.app.scoring.Model;
import org.emotionmonitor.core.domain.Emotion;
import org.emotionmonitor.core.domain.Labelled;
import org.emotionmonitor.core.features.FeatureSpec;
import org.emotionmonitor.core.frontend.FrontEnd;
import org.emotionmonitor.core.frontend.Windows;
import org.emotionmonitor.core.vad.SpeechGate;

/**
 * Knows a leg's whole audio, and says what should be published of it: the rules of the windows
 * written down a second time, without chunks, order, state or time.
 */
final class CallOracle {

  /**
   * A window that should be published.
   *
   * @param probabilities of the emotions; null if it is abstained on
   */
  record Expected(
      long startMs,
      long endMs,
      long speechMs,
      Trigger trigger,
      double lossPct,
      Map<String, Float> probabilities) {}

  private static final double FRAME_MS = 220_000.0 / 22_050;
  private static final int CAPACITY = 20_000;

  private final RandomCall call;
  private final TimingConfig timing;
  private final Model model;
  private final FrontEnd frontEnd;

  CallOracle(RandomCall call, TimingConfig timing, Model model) {
    this.call = call;
    this.timing = timing;
    this.model = model;
    this.frontEnd = new FrontEnd(call.start.sampleRate(), CAPACITY);
    frontEnd.accept(call.heard, 0, call.heard.length);
    frontEnd.finish();
  }

  List<Expected> windows() {
    int first = frames(timing.firstWindowSeconds());
    int hop = frames(timing.hopSeconds());
    int silence = frames(timing.speechEnd().toMillis() / 1_000.0);
    int hopsPerSecond = Math.max(1, (int) Math.ceil(100.0 / hop));
    List<Expected> windows = new ArrayList<>();
    long before = 0;
    for (int end = first; end <= frontEnd.frames(); end++) {
      boolean onGrid = (end - first) % hop == 0;
      boolean speechEnded = !onGrid && silence > 0 && end % 25 == 0;
      if (onGrid || (speechEnded && speechEnded(before, end, silence))) {
        boolean evenIfAbstained = onGrid && (end - first) / hop % hopsPerSecond == 0;
        Trigger trigger = onGrid ? Trigger.INTERVAL : Trigger.SPEECH_ENDED;
        add(windows, end, trigger, evenIfAbstained);
        before = end;
      }
    }
    if (frontEnd.frames() > before && frontEnd.frames() >= 50) {
      add(windows, frontEnd.frames(), Trigger.LEG_ENDED, true);
    }
    return windows;
  }

  private boolean speechEnded(long before, int end, int silence) {
    int frames = (int) (end - before);
    if (frames <= silence) {
      return false;
    }
    boolean[] speech = new boolean[frames];
    int count = SpeechGate.speechFrames(frontEnd, end, frames, speech);
    for (int i = frames - silence; i < frames; i++) {
      if (speech[i]) {
        return false;
      }
    }
    return count >= 10;
  }

  private void add(List<Expected> windows, long end, Trigger trigger, boolean evenIfAbstained) {
    int frames = (int) Math.min(600, end);
    int speech = SpeechGate.speechFrames(frontEnd, end, frames, new boolean[frames]);
    boolean scored = speech >= Math.ceil(TestScoring.MIN_SPEECH_MS / FRAME_MS);
    if (scored || evenIfAbstained) {
      windows.add(
          new Expected(
              Windows.startMs(end, frames),
              Windows.endMs(end),
              Math.round(speech * FRAME_MS),
              trigger,
              lossPct(end - frames, end),
              scored ? score(end, frames) : null));
    }
  }

  private Map<String, Float> score(long end, int frames) {
    FloatBuffer features =
        ByteBuffer.allocateDirect(frames * FeatureSpec.FEATURES * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    frontEnd.window(end, features);
    float[] scores = model.score(features.clear(), new int[] {frames}, 1, frames).emotion()[0];
    Map<String, Float> byName = new LinkedHashMap<>();
    List<String> labels = Labelled.labels(Emotion.class);
    for (int i = 0; i < scores.length; i++) {
      byName.put(labels.get(i), scores[i]);
    }
    return byName;
  }

  private double lossPct(long fromFrame, long toFrame) {
    long rate = call.start.sampleRate();
    long from = fromFrame * 220 * rate / 22_050;
    long to = toFrame * 220 * rate / 22_050;
    long lost = 0;
    for (RandomCall.Lost each : call.losses) {
      lost += Math.max(0, Math.min(to, each.to()) - Math.max(from, each.from()));
    }
    return Math.round(10_000.0 * lost / (to - from)) / 100.0;
  }

  private static int frames(double seconds) {
    return (int) Math.round(seconds * 1_000 / FRAME_MS);
  }
}
