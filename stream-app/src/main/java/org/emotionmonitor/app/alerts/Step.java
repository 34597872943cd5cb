package org.emotionmonitor.app.alerts;

import java.util.List;
import org.emotionmonitor.app.domain.Alert;

/**
 * What a window or an action led to.
 *
 * @param state from here on
 * @param changes alerts that are new or have changed, to be published in this order
 */
public record Step(LegAlerts state, List<Alert> changes) {

  public Step {
    changes = List.copyOf(changes);
  }
}
