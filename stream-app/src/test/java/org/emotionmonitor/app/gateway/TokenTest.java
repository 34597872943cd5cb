package org.emotionmonitor.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import org.emotionmonitor.app.gateway.board.BoardLimits;
import org.emotionmonitor.app.gateway.dialect.IngestOptions;
import org.emotionmonitor.app.gateway.stream.StreamOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenTest {
  private static final String TOKEN = "correct horse battery staple";

  private final GatewayService service =
      new GatewayService(
          GatewayOptions.loopback(0).withToken(TOKEN), new ManualFeed(), Clock.systemUTC());
  private int port;

  @BeforeEach
  void start() {
    port = service.start();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void shouldAskForTheTokenOnResources() throws Exception {
    assertThat(status("/v1/calls", null)).isEqualTo(401);
    assertThat(status("/v1/calls", "Bearer wrong")).isEqualTo(401);
    assertThat(status("/v1/calls", "Basic " + TOKEN)).isEqualTo(401);
    assertThat(status("/v1/calls?token=" + "x", null)).isEqualTo(401);
    assertThat(status("/v1/calls", "Bearer " + TOKEN)).isEqualTo(200);
    assertThat(status("/v1/calls", "bearer " + TOKEN)).isEqualTo(200);
  }

  @Test
  void shouldServeThePageItselfWithoutTheToken() throws Exception {
    assertThat(status("/", null)).isEqualTo(200);
  }

  @Test
  void shouldTakeTheTokenAsASubprotocolAndNeverEchoIt() throws Exception {
    TestClient client =
        TestClient.connect(port, null, "emotion-monitor.v1", "bearer." + base64(TOKEN));

    client.next("hello");
    assertThat(client.subprotocol()).isEqualTo("emotion-monitor.v1");
  }

  @Test
  void shouldRefuseASocketWithoutTheRightToken() {
    assertThatThrownBy(() -> TestClient.connect(port)).rootCause().hasMessageContaining("401");
    assertThatThrownBy(
            () ->
                TestClient.connect(
                    port, null, "emotion-monitor.v1", "bearer." + base64("wrong wrong wrong")))
        .rootCause()
        .hasMessageContaining("401");
    assertThatThrownBy(() -> TestClient.connect(port, null, "emotion-monitor.v1", "bearer.%%%"))
        .isInstanceOf(Exception.class);
  }

  @Test
  void shouldRefuseToOpenToTheNetworkWithoutAToken() {
    for (String host : new String[] {"0.0.0.0", "::", "10.1.2.3", "gateway.example.com"}) {
      assertThatThrownBy(() -> service(host, null).start())
          .isInstanceOf(GatewayException.class)
          .hasMessageContaining(host)
          .hasMessageContaining("gateway.token");
    }
    assertThatThrownBy(() -> service("0.0.0.0", "short").start())
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("16");
    try (GatewayService open = service("0.0.0.0", TOKEN)) {
      assertThat(open.start()).isPositive();
    }
  }

  private static GatewayService service(String host, String token) {
    return new GatewayService(
        new GatewayOptions(
            host,
            0,
            token,
            Set.of(),
            BoardLimits.defaults(),
            StreamOptions.defaults(),
            IngestOptions.defaults()),
        new ManualFeed(),
        Clock.systemUTC());
  }

  private int status(String path, String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static String base64(String token) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(token.getBytes(StandardCharsets.UTF_8));
  }
}
