package org.emotionmonitor.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.emotionmonitor.app.ingest.CallPlan;
import org.emotionmonitor.app.ingest.ReplayListener;

/** Shows how far a replay is, and counts. */
final class Progress implements ReplayListener, AutoCloseable {

  /**
   * What was played.
   *
   * @param calls that ended
   * @param records of audio that were sent
   * @param audioMs of audio, per channel
   * @param tookMs from the first to the last
   */
  record Totals(int calls, long records, long audioMs, long tookMs) {}

  private final ProgressView view;
  private final int planned;
  private final long begin = System.nanoTime();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicLong records = new AtomicLong();
  private final AtomicLong audioMicros = new AtomicLong();

  private Progress(ProgressView view, int planned) {
    this.view = view;
    this.planned = planned;
  }

  /** A bar on a terminal, or else a line every few seconds. */
  static Progress of(List<CallPlan> calls, PrintWriter err) {
    long totalMs = calls.stream().mapToLong(CallPlan::durationMs).sum();
    ProgressView view =
        Terminal.present() ? new BarView(totalMs) : new LineView(err, totalMs, System::nanoTime);
    return new Progress(view, calls.size());
  }

  @Override
  public void sent(CallPlan call, int samples, int sent) {
    records.addAndGet(sent);
    long micros = audioMicros.addAndGet(samples * TimeUnit.SECONDS.toMicros(1) / call.sampleRate());
    view.show(micros / 1_000, calls.get(), planned);
  }

  @Override
  public void ended(CallPlan call) {
    view.show(audioMicros.get() / 1_000, calls.incrementAndGet(), planned);
  }

  Totals totals() {
    return new Totals(
        calls.get(),
        records.get(),
        audioMicros.get() / 1_000,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
  }

  /** Ends the bar. A second call does nothing. */
  @Override
  public void close() {
    view.close();
  }
}
