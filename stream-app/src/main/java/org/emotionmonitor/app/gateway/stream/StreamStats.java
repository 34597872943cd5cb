package org.emotionmonitor.app.gateway.stream;

import java.util.concurrent.atomic.LongAdder;

/** What the WebSocket counts since the start; written on the event loop, read from anywhere. */
public final class StreamStats {
  private final LongAdder messages = new LongAdder();
  private final LongAdder skipped = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder stalled = new LongAdder();

  void sent() {
    messages.increment();
  }

  void skipped(long windows) {
    skipped.add(windows);
  }

  /** A handshake was refused. */
  public void refused() {
    refused.increment();
  }

  void stalled() {
    stalled.increment();
  }

  /** Messages sent to clients. */
  public long messages() {
    return messages.sum();
  }

  /** Windows that clients did not get because they were too slow. */
  public long skippedWindows() {
    return skipped.sum();
  }

  /** Handshakes refused. */
  public long refusedHandshakes() {
    return refused.sum();
  }

  /** Clients closed because they took nothing. */
  public long stalledClients() {
    return stalled.sum();
  }
}
