package org.emotionmonitor.app.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Serves the page's files from the class path. A path is looked up only if it consists of plain
 * names, so nothing outside the two folders can be reached, and no file is copied to disk.
 */
final class Assets implements Handler<RoutingContext> {
  private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*)+");
  private static final String PAGE = "/web";
  private static final String UPLOT = "/vendor/uplot/";
  private static final String CARD_PAGE = PAGE + "/model-card.html";
  private static final String CARD = "/org/emotionmonitor/onnx/MODEL_CARD.md";

  private final Map<String, Asset> held = new ConcurrentHashMap<>();
  private final String uplotFolder;

  Assets() {
    Properties uplot = new Properties();
    String at = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";
    try (InputStream in = Assets.class.getResourceAsStream(at)) {
      if (in == null) {
        throw new IllegalStateException("uPlot's webjar is not on the class path: no " + at);
      }
      uplot.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + at, e);
    }
    uplotFolder = "/META-INF/resources/webjars/uplot/" + uplot.getProperty("version") + "/dist/";
  }

  @Override
  public void handle(RoutingContext ctx) {
    Optional<Asset> found = find(ctx.request().path());
    if (found.isEmpty()) {
      ctx.next();
      return;
    }
    Asset asset = found.get();
    HttpServerResponse response =
        ctx.response()
            .putHeader("ETag", asset.etag())
            // Asked again each time, answered 304: a new version shows at once.
            .putHeader("Cache-Control", "no-cache");
    if (asset.etag().equals(ctx.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
    } else {
      response.putHeader("Content-Type", asset.contentType()).end(asset.bytes());
    }
  }

  /** The file at {@code path} of a URL, not decoded. */
  Optional<Asset> find(String path) {
    String wanted = "/".equals(path) ? "/index.html" : path;
    if (wanted == null || wanted.length() > 200 || !PLAIN.matcher(wanted).matches()) {
      return Optional.empty();
    }
    String resource =
        wanted.startsWith(UPLOT) ? uplotFolder + wanted.substring(UPLOT.length()) : PAGE + wanted;
    return Optional.ofNullable(held.computeIfAbsent(resource, Assets::load));
  }

  private static Asset load(String resource) {
    // A folder on the class path opens as a listing: only names with a suffix are files.
    if (resource.lastIndexOf('.') < resource.lastIndexOf('/')) {
      return null;
    }
    byte[] bytes = read(resource);
    byte[] card = CARD_PAGE.equals(resource) ? read(CARD) : null;
    if (card != null) {
      String page = ModelCard.page(new String(bytes, UTF_8), new String(card, UTF_8));
      return Asset.of(resource, page.getBytes(UTF_8));
    }
    return bytes == null ? null : Asset.of(resource, bytes);
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource + " from the class path", e);
    }
  }
}
