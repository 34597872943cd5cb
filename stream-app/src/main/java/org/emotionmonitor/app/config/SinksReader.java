package org.emotionmonitor.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.emotionmonitor.app.config.SinksConfig.Alertmanager;
import org.emotionmonitor.app.config.SinksConfig.Webhook;

/** Reads where alerts are sent. */
final class SinksReader {

  private static final int MAX_PORT = 65_535;
  private static final int SHORTEST_SECRET = 16;

  private SinksReader() {}

  static SinksConfig read(Section in, Settings settings) {
    return new SinksConfig(
        webhook(new Section(settings, "sinks.webhook")),
        alertmanager(new Section(settings, "sinks.alertmanager")),
        in.integer("attempts", 1, 1_000),
        Duration.ofMillis(in.integer("firstBackoffMs", 1, 60_000)),
        Duration.ofMillis(in.integer("mostBackoffMs", 1, 3_600_000)),
        in.integer("lanes", 1, 64),
        in.integer("queue", 1, 100_000),
        in.integer("managementPort", 0, MAX_PORT));
  }

  private static Webhook webhook(Section in) {
    String url = in.textOrNull("url");
    String secret = in.textOrNull("secret");
    if (secret != null && secret.length() < SHORTEST_SECRET) {
      throw new ConfigException(
          "sinks.webhook.secret has %d characters: must have at least %d, or be empty"
              .formatted(secret.length(), SHORTEST_SECRET));
    }
    Duration timeout = Duration.ofMillis(in.integer("timeoutMs", 100, 300_000));
    return url == null ? null : new Webhook(uri("sinks.webhook.url", url), secret, timeout);
  }

  private static Alertmanager alertmanager(Section in) {
    List<URI> urls =
        in.words("urls").stream()
            .map(url -> uri("sinks.alertmanager.urls", url.endsWith("/") ? url : url + "/"))
            .toList();
    String token = in.textOrNull("token");
    Duration resolve = Duration.ofMinutes(in.integer("resolveAfterMinutes", 1, 10_000));
    Duration timeout = Duration.ofMillis(in.integer("timeoutMs", 100, 300_000));
    return urls.isEmpty() ? null : new Alertmanager(urls, token, resolve, timeout);
  }

  private static URI uri(String key, String text) {
    String allowed = "an address such as https://example.com/alerts";
    try {
      URI uri = URI.create(text);
      if (List.of("http", "https").contains(uri.getScheme()) && uri.getHost() != null) {
        if (uri.getUserInfo() != null) {
          throw new ConfigException(key + " holds a password: addresses end up in logs");
        }
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new ConfigException(ConfigException.bad(key, text, allowed).getMessage(), e);
    }
    throw ConfigException.bad(key, text, allowed);
  }
}
