package org.emotionmonitor.app.scoring;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model that scores, and the one that is to take its place between two batches. */
final class LiveModel implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveModel.class);

  private final Consumer<Model> onLive;
  private volatile Model next;
  private volatile Model current;
  private boolean closed;

  /**
   * @param onLive hears of the first model, and of each that takes its place
   */
  LiveModel(Model first, Consumer<Model> onLive) {
    this.onLive = onLive;
    begin(first);
  }

  Model current() {
    return current;
  }

  /** Offers a model, which becomes this class's to close. */
  synchronized void replaceBy(Model model) {
    close(closed ? model : next);
    next = closed ? null : model;
  }

  /** Puts the offered model, if there is one, in the place of the present one. */
  void swap() {
    if (next != null) {
      take();
    }
  }

  private synchronized void take() {
    Model model = next;
    if (model != null) {
      Model former = current;
      next = null;
      begin(model);
      LOG.info("model {} takes the place of {}", model.ref(), former.ref());
      close(former);
    }
  }

  private void begin(Model model) {
    current = model;
    model.live();
    onLive.accept(model);
  }

  @Override
  public synchronized void close() {
    closed = true;
    close(next);
    next = null;
    close(current);
  }

  private static void close(Model model) {
    try {
      if (model != null) {
        model.close();
      }
    } catch (RuntimeException e) {
      // Memory that cannot be freed must not end the thread that scores.
      LOG.warn("model {} cannot be closed: {}", model.ref(), e.getMessage());
    }
  }
}
