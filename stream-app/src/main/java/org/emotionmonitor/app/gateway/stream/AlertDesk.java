package org.emotionmonitor.app.gateway.stream;

import io.vertx.core.Future;
import org.emotionmonitor.app.gateway.access.Principal;
import org.emotionmonitor.app.gateway.board.Update;

/** Where acknowledgements go. */
@FunctionalInterface
public interface AlertDesk {

  /**
   * Writes down that {@code by} knows about {@code alert}.
   *
   * @param note what they add, or null
   * @return completes when it is written, fails if it cannot be
   */
  Future<Void> acknowledge(Update.Alert alert, Principal by, String note);
}
