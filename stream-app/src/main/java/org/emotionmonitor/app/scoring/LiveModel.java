package org.emotionmonitor.app.scoring;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model that scores, and the one that is to take its place between two batches. */
final class LiveModel implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveModel.class);

  private final AtomicReference<Model> next = new AtomicReference<>();
  private volatile Model current;

  LiveModel(Model first) {
    current = first;
  }

  Model current() {
    return current;
  }

  /** Offers a model, which becomes this class's to close. */
  void replaceBy(Model model) {
    close(next.getAndSet(model));
  }

  /** Puts the offered model, if there is one, in the place of the present one. */
  void swap() {
    Model model = next.getAndSet(null);
    if (model != null) {
      Model former = current;
      current = model;
      LOG.info("model {} takes the place of {}", model.ref(), former.ref());
      close(former);
    }
  }

  @Override
  public void close() {
    close(next.getAndSet(null));
    close(current);
  }

  private static void close(Model model) {
    if (model != null) {
      model.close();
    }
  }
}
