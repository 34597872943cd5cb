package org.emotionmonitor.app.sinks;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.emotionmonitor.app.config.SinksConfig.Webhook;

/** Posts each change as it is in the topic. */
public final class WebhookReceiver implements Receiver {

  private final URI uri;
  private final Signature signature;
  private final Http http;
  private final Clock clock;

  public WebhookReceiver(Webhook config, Clock clock) {
    this.uri = config.url();
    this.signature = config.secret() == null ? null : new Signature(config.secret());
    this.http = new Http(config.timeout());
    this.clock = clock;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Answer deliver(Outgoing alert) throws InterruptedException {
    String id = alert.idempotencyKey();
    long now = clock.instant().getEpochSecond();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Idempotency-Key", id);
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(now));
    if (signature != null) {
      headers.put("webhook-signature", signature.of(id, now, alert.body()));
    }
    return http.post(uri, alert.body(), headers);
  }
}
