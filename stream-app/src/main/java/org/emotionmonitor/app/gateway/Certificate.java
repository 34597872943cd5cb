package org.emotionmonitor.app.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionmonitor.app.config.TlsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's certificate, read again when its files change; connections that are open stay. */
final class Certificate {
  private static final Logger LOG = LoggerFactory.getLogger(Certificate.class);
  private static final long LOOK_MS = 5_000;

  private final TlsConfig tls;
  private String seen;

  Certificate(TlsConfig tls) {
    this.tls = tls;
    this.seen = stamp();
  }

  void configure(HttpServerOptions http) {
    if (tls.enabled()) {
      http.setSsl(true).setKeyCertOptions(pem());
    }
  }

  private PemKeyCertOptions pem() {
    return new PemKeyCertOptions()
        .setCertPath(tls.certificate().toString())
        .setKeyPath(tls.key().toString());
  }

  void watch(Vertx vertx, HttpServer server) {
    if (tls.enabled()) {
      vertx.setPeriodic(LOOK_MS, ignored -> look(vertx, server));
    }
  }

  private void look(Vertx vertx, HttpServer server) {
    String now = stamp();
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    PemKeyCertOptions pair = pem();
    vertx
        .executeBlocking(
            () -> {
              KeyPairCheck.require(pair, vertx);
              return pair;
            })
        // The options are the same, only the files are not: Vert.x would do nothing by itself.
        .compose(
            good -> server.updateSSLOptions(new ServerSSLOptions().setKeyCertOptions(good), true))
        .onSuccess(ignored -> LOG.info("{} was read again", tls.certificate()))
        // Half-written files: the old certificate serves on until they change again.
        .onFailure(e -> LOG.warn("{} cannot be used: {}", tls.certificate(), e.toString()));
  }

  private String stamp() {
    return tls.enabled() ? stamp(tls.certificate()) + stamp(tls.key()) : "";
  }

  private static String stamp(Path file) {
    try {
      return Files.getLastModifiedTime(file).toString() + Files.size(file);
    } catch (IOException e) {
      return "missing";
    }
  }
}
