package org.emotionmonitor.app.gateway;

import java.util.List;
import java.util.function.Consumer;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.app.gateway.feed.Feed;

/** A feed that a test pushes. */
public final class ManualFeed implements Feed {
  private Consumer<List<Update>> sink;
  private volatile State state = State.LIVE;

  @Override
  public void start(Consumer<List<Update>> to) {
    sink = to;
  }

  public void push(Update... updates) {
    sink.accept(List.of(updates));
  }

  public void push(List<Update> updates) {
    sink.accept(updates);
  }

  public void become(State newState) {
    state = newState;
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public void close() {}
}
