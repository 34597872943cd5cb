package org.emotionmonitor.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where alerts are sent.
 *
 * @param webhook null for none
 * @param alertmanager null for none
 * @param attempts tries before an alert becomes a dead letter
 * @param firstBackoff wait before the second try
 * @param mostBackoff longest wait between two tries
 * @param lanes alerts that are delivered side by side, per sink
 * @param queue alerts on their way at which a sink stops reading
 * @param managementPort of {@code emotion-monitor sinks}
 */
public record SinksConfig(
    Webhook webhook,
    Alertmanager alertmanager,
    int attempts,
    Duration firstBackoff,
    Duration mostBackoff,
    int lanes,
    int queue,
    int managementPort) {

  /** Whether there is a sink at all. */
  public boolean any() {
    return webhook != null || alertmanager != null;
  }

  /**
   * A receiver of JSON.
   *
   * @param secret signs the requests; null: they are not signed
   * @param timeout of one request
   */
  public record Webhook(URI url, String secret, Duration timeout) {

    @Override
    public String toString() {
      return "Webhook[url=%s, timeout=%s]".formatted(url, timeout);
    }
  }

  /**
   * Prometheus' Alertmanager.
   *
   * @param urls its members
   * @param token presented as a bearer token; null for none
   * @param resolveAfter when an open alert ends there if nothing more is heard of it
   * @param timeout of one request
   */
  public record Alertmanager(
      List<URI> urls, String token, Duration resolveAfter, Duration timeout) {

    @Override
    public String toString() {
      return "Alertmanager[urls=%s, resolveAfter=%s]".formatted(urls, resolveAfter);
    }
  }
}
