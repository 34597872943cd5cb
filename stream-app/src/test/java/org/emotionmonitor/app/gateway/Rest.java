package org.emotionmonitor.app.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.emotionmonitor.app.gateway.view.JsonText;

/**
 * A client of the gateway's REST resources.
 *
 * @param token sent with each request, unless null
 */
public record Rest(int port, String token) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** One that has no token. */
  public static Rest at(int port) {
    return new Rest(port, null);
  }

  /** The same for another. */
  public Rest as(String itsToken) {
    return new Rest(port, itsToken);
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, null);
  }

  /** The JSON that a request is answered with, whatever its status. */
  public JsonNode json(String path) throws IOException, InterruptedException {
    return JsonText.mapper().readTree(get(path).body());
  }

  /**
   * Any request.
   *
   * @param body null for none
   * @param headers names and values in turn
   */
  public HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
