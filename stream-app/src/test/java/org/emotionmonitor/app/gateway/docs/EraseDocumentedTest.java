package org.emotionmonitor.app.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.domain.CallIsLiveException;
import org.emotionmonitor.app.domain.Erased;
import org.emotionmonitor.app.gateway.GatewayOptions;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.ManualFeed;
import org.emotionmonitor.app.gateway.Tokens;
import org.emotionmonitor.app.gateway.access.AccessRole;
import org.emotionmonitor.app.gateway.view.JsonText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code DELETE /v1/calls/ID}: who may, and that each answer is what docs/openapi.yaml says. */
@Timeout(60)
class EraseDocumentedTest {
  private static final String ADMIN = Tokens.of(AccessRole.ADMIN);

  private final Schemas schemas = new Schemas();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch asking = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final GatewayService service =
      new GatewayService(
          GatewayOptions.loopback(0).withAuth(Tokens.AUTH),
          new ManualFeed(),
          null,
          (alert, by, note) -> Future.succeededFuture(),
          this::erase,
          Clock.systemUTC());
  private int port;

  @BeforeEach
  void start() {
    port = service.start();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Erased erase(String callId, String by) {
    asked.add(callId + " by " + by);
    if (callId.equals("slow")) {
      asking.countDown();
      awaitGoOn();
    }
    return switch (callId) {
      case "live" -> throw new CallIsLiveException("leg live/in is live");
      case "away" -> throw new AppException("no Kafka cluster");
      case "a/b" -> throw new IllegalArgumentException("\"a/b\" is no call id");
      default ->
          new Erased(
              callId,
              by,
              Instant.parse("2026-01-31T09:30:12Z"),
              Map.of("calls.alerts", 1, "calls.summaries", 2));
    };
  }

  private void awaitGoOn() {
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldEraseForAnAdminAndAnswerWithTheAuditRecord() throws Exception {
    HttpResponse<String> answer = delete("c1", ADMIN);

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode erased = JsonText.mapper().readTree(answer.body());
    assertThat(schemas.checkWith("openapi.yaml", described(200), erased)).isEmpty();
    assertThat(schemas.check("asyncapi.yaml", "Erased", erased)).isEmpty();
    assertThat(erased.path("deleted").path("calls.summaries").asInt()).isEqualTo(2);
    assertThat(asked).containsExactly("c1 by test");
  }

  @Test
  void shouldEraseForNobodyElse() throws Exception {
    problem(401, delete("c1", null));
    problem(403, delete("c1", Tokens.of(AccessRole.SUPERVISOR)));
    problem(403, delete("c1", Tokens.of(AccessRole.INGEST)));
    problem(403, delete("c1", Tokens.ofAgent("agent-7")));
    assertThat(asked).isEmpty();
  }

  @Test
  void shouldSayWhyItErasesNothing() throws Exception {
    assertThat(problem(409, delete("live", ADMIN))).contains("leg live/in is live");
    assertThat(problem(503, delete("away", ADMIN))).contains("no Kafka cluster");
    assertThat(problem(400, delete("a%2Fb", ADMIN))).contains("is no call id");
    assertThat(problem(400, delete("x".repeat(201), ADMIN))).contains("200 characters");
    assertThat(send("PUT", "c1", ADMIN).headers().firstValue("Allow")).contains("GET, DELETE");
  }

  @Test
  void shouldEraseOneCallAtATime() throws Exception {
    CompletableFuture<HttpResponse<String>> first =
        HttpClient.newHttpClient()
            .sendAsync(request("DELETE", "slow", ADMIN), HttpResponse.BodyHandlers.ofString());
    asking.await();

    HttpResponse<String> second = delete("c2", ADMIN);
    problem(503, second);
    assertThat(second.headers().firstValue("Retry-After")).isPresent();
    assertThat(asked).containsExactly("slow by test");

    goOn.countDown();
    assertThat(first.join().statusCode()).isEqualTo(200);
    assertThat(delete("c2", ADMIN).statusCode()).isEqualTo(200);
  }

  private String problem(int status, HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(described(status).isMissingNode()).as("%d is described", status).isFalse();
    JsonNode problem = JsonText.mapper().readTree(answer.body());
    assertThat(schemas.check("openapi.yaml", "Problem", problem)).isEmpty();
    return problem.path("detail").asText();
  }

  private JsonNode described(int status) {
    JsonNode answer =
        schemas
            .file("openapi.yaml")
            .path("paths")
            .path("/v1/calls/{callId}")
            .at("/delete/responses/" + status);
    return status == 200 ? answer.at("/content/application~1json/schema") : answer;
  }

  private HttpResponse<String> delete(String callId, String token) throws Exception {
    return send("DELETE", callId, token);
  }

  private HttpResponse<String> send(String method, String callId, String token) throws Exception {
    return HttpClient.newHttpClient()
        .send(request(method, callId, token), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String callId, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/calls/" + callId))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }
}
