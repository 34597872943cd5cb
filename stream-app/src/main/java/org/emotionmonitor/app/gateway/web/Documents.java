package org.emotionmonitor.app.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Serves the descriptions of the interfaces, which say nothing secret, to anybody. */
final class Documents {
  private static final List<String> NAMES = List.of("openapi.yaml", "asyncapi.yaml");

  private Documents() {}

  static void mount(Router router) {
    for (String name : NAMES) {
      try (InputStream in = Documents.class.getResourceAsStream("/docs/" + name)) {
        if (in != null) {
          Buffer text = Buffer.buffer(in.readAllBytes());
          router
              .get("/v1/" + name)
              .handler(
                  ctx -> ctx.response().putHeader("Content-Type", "application/yaml").end(text));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read docs/" + name + " from the class path", e);
      }
    }
  }
}
