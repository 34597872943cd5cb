package org.emotionmonitor.app.cli;

/** Shows progress to a person; is called by several threads. */
interface ProgressView extends AutoCloseable {

  /** {@code audioMs} of audio were sent; {@code calls} of {@code planned} have ended. */
  void show(long audioMs, int calls, int planned);

  @Override
  void close();
}
