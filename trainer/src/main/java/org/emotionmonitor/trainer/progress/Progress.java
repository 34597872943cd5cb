package org.emotionmonitor.trainer.progress;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Steps of a long piece of work, shown on standard error. Thread-safe. */
public interface Progress extends AutoCloseable {

  void step();

  @Override
  void close();

  /** Shows nothing. */
  static Progress none() {
    return new Progress() {
      @Override
      public void step() {
        // Nobody looks.
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  /**
   * A bar with an estimate of the time left. The system property {@code trainer.progress.ms} sets
   * how often it is drawn.
   */
  static Progress bar(String task, long steps) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(Integer.getInteger("trainer.progress.ms", 1_000))
            .build();
    return new Progress() {
      @Override
      public void step() {
        bar.step();
      }

      @Override
      public void close() {
        bar.close();
      }
    };
  }
}
