package org.emotionmonitor.bench.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.alerts.ScoredWindow;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.domain.EventKind;
import org.emotionmonitor.app.domain.StartRecord;
import org.emotionmonitor.app.domain.WindowEvent;
import org.emotionmonitor.app.metrics.Metrics;
import org.emotionmonitor.app.scoring.ScoringService;
import org.emotionmonitor.app.scoring.WindowScore;
import org.emotionmonitor.app.topology.leg.DueWindow;
import org.emotionmonitor.app.topology.leg.OfflineLeg;
import org.emotionmonitor.app.topology.leg.WindowEvents;
import org.emotionmonitor.app.topology.leg.WindowSpeech;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;
import org.emotionmonitor.core.frontend.Windows;

/**
 * A call and its windows, scored once as the stream would, so that rules can be tried on them.
 *
 * @param labelled windows with an estimate
 */
record Scored(TestCall call, StartRecord start, List<ScoredWindow> windows, int labelled) {

  private static final int CHUNK_MS = 100;
  private static final int MS_PER_SECOND = 1_000;

  static Scored of(TestCall call, Config config, ScoringService scoring) {
    StartRecord start =
        StartRecord.of(
            new LegKey(call.name(), "customer"),
            Role.CUSTOMER,
            call.encoding(),
            call.rate(),
            CHUNK_MS,
            Instant.EPOCH);
    List<ScoredWindow> windows = new ArrayList<>();
    OfflineLeg leg =
        new OfflineLeg(
            start,
            config.stream().timing(),
            scoring,
            Metrics.isolated(),
            (window, score, events) -> windows.add(window(window, score, events)));
    int chunk = call.rate() * CHUNK_MS / MS_PER_SECOND;
    for (int at = 0, seq = 0; at < call.samples().length; at += chunk, seq++) {
      int n = Math.min(chunk, call.samples().length - at);
      byte[] bytes = new byte[n * call.encoding().bytesPerSample()];
      call.encoding().encode(call.samples(), at, n, bytes, 0);
      leg.accept(seq, (long) (at + n) * MS_PER_SECOND / call.rate(), bytes);
    }
    leg.end();
    int labelled = (int) windows.stream().filter(window -> !window.abstained()).count();
    return new Scored(call, start, windows, labelled);
  }

  private static ScoredWindow window(DueWindow window, WindowScore score, WindowEvents events) {
    Map<EventKind, Map<String, Float>> probabilities = new EnumMap<>(EventKind.class);
    if (events != null && score.abstained() == null) {
      for (WindowEvent event : List.of(events.emotion(), events.rate(), events.volume())) {
        probabilities.put(event.kind(), event.judgement().probabilities());
      }
    }
    WindowSpeech speech = WindowSpeech.of(window, score);
    return new ScoredWindow(
        Windows.startMs(window.endFrame(), window.frames()),
        Windows.endMs(window.endFrame()),
        Instant.ofEpochMilli(window.capturedMs()),
        null,
        speech::ms,
        probabilities);
  }
}
