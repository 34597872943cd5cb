package org.emotionmonitor.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.emotionmonitor.app.domain.Judgement;
import org.emotionmonitor.app.domain.Window;
import org.emotionmonitor.app.ingest.CallPlan;
import org.emotionmonitor.app.ingest.LegPlan;
import org.emotionmonitor.app.topology.leg.WindowEvents;

/** A table for people: one line for each window. */
final class TableView implements ScoreView {

  private static final double PERCENT = 100;

  private final PrintWriter out;

  TableView(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void leg(CallPlan call, LegPlan leg) {
    out.printf(
        "%s: %s, %s of audio%n",
        call.file(), leg.role().label(), Durations.clock(call.durationMs()));
    out.printf(
        "  %-17s  %-19s  %-13s  %-13s  %8s  %6s  %6s%n",
        "window", "emotion", "rate", "volume", "syll./s", "dBov", "SNR dB");
    out.flush();
  }

  @Override
  public void dropped(CallPlan call, LegPlan leg, String reason) {
    out.printf("%s: %s is not scored: %s%n", call.file(), leg.key().legId(), reason);
    out.flush();
  }

  @Override
  public void window(WindowEvents events) {
    Window window = events.head().window();
    Judgement emotion = events.emotion().judgement();
    String judged =
        emotion.abstained() == null
            ? "%-12s %4s %%  %s  %s  %8s  %6s  %6s"
                .formatted(
                    emotion.label(),
                    percent(emotion),
                    cell(events.rate().judgement()),
                    cell(events.volume().judgement()),
                    number(events.rate().syllablesPerSecond()),
                    number(events.volume().activeLevelDbov()),
                    number(events.head().quality().snrDb()))
            : emotion.abstained().replace('_', ' ');
    out.printf("  %7s - %7s  %s%n", seconds(window.startMs()), seconds(window.endMs()), judged);
    out.flush();
  }

  private static String cell(Judgement judgement) {
    return "%-7s %3s %%".formatted(judgement.label(), percent(judgement));
  }

  private static String number(Float value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.1f", value);
  }

  private static String percent(Judgement judgement) {
    return "%.0f".formatted(judgement.confidence() * PERCENT);
  }

  private static String seconds(long ms) {
    return String.format(Locale.ROOT, "%d:%04.1f", ms / 60_000, ms % 60_000 / 1_000.0);
  }
}
