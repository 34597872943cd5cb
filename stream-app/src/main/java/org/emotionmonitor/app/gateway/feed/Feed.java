package org.emotionmonitor.app.gateway.feed;

import java.util.List;
import java.util.function.Consumer;
import org.emotionmonitor.app.gateway.board.Update;

/** A source of updates for the board. */
public interface Feed extends AutoCloseable {

  /** How the source is doing, as it is told to the clients. */
  enum State {
    /** The source has not been reached yet. */
    CONNECTING,
    /** What was published before the gateway started is being read. */
    CATCHING_UP,
    /** The board is up to date. */
    LIVE,
    /** The source cannot be reached; the board stands still. */
    UNREACHABLE
  }

  /**
   * Begins to deliver, in batches and in order, from a thread of the feed's own. {@code sink}
   * returns when the batch has been taken in, so it slows the feed down when the gateway is busy.
   */
  void start(Consumer<List<Update>> sink);

  State state();

  /** Stops; returns when nothing more will be delivered. */
  @Override
  void close();
}
