package org.emotionmonitor.app.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on the terminal, in seconds of audio. */
final class BarView implements ProgressView {

  private static final int WIDTH = 100;
  private static final int UPDATE_MS = 200;

  private final ProgressBar bar;

  BarView(long totalMs) {
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("replay")
            .setInitialMax(Math.max(1, totalMs / 1_000))
            .setUnit(" s", 1)
            .setUpdateIntervalMillis(UPDATE_MS)
            .setStyle(ProgressBarStyle.ASCII)
            // A fixed width spares the native terminal library.
            .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
            .build();
  }

  @Override
  public void show(long audioMs, int calls, int planned) {
    bar.stepTo(audioMs / 1_000);
    bar.setExtraMessage("%d of %d calls".formatted(calls, planned));
  }

  @Override
  public void close() {
    bar.close();
  }
}
