package org.emotionmonitor.app.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.emotionmonitor.app.gateway.GatewayOptions;
import org.emotionmonitor.app.gateway.GatewayService;
import org.emotionmonitor.app.gateway.ManualFeed;
import org.emotionmonitor.app.gateway.Sample;
import org.emotionmonitor.app.gateway.TestClient;
import org.emotionmonitor.app.gateway.board.Update;
import org.emotionmonitor.core.domain.LegKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that come back, to the same gateway or to another one. */
@Timeout(60)
class ResumeTest {
  private static final LegKey LEG = Sample.leg("c1", "customer");
  private static final String ALL = "{\"type\":\"subscribe\",\"calls\":[\"*\"]}";

  private final ManualFeed feed = new ManualFeed();
  private final GatewayService service =
      new GatewayService(GatewayOptions.loopback(0), feed, Clock.systemUTC());
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
  void shouldSendWhatWasMissedInsteadOfASnapshotWhenTheClientComesBackSoon() throws Exception {
    feed.push(Sample.started(LEG, now()));
    TestClient client = TestClient.connect(port);
    String epoch = client.next("hello").path("epoch").asText();
    client.send(ALL);
    client.next("snapshot");
    window(1000);
    long seq = client.next("events").path("seq").asLong();
    client.abort();

    window(2000);
    feed.push(Sample.alert(LEG, now(), "firing"), Sample.alert(LEG, now(), "resolved"));
    window(3000);
    TestClient again = TestClient.connect(port).send(resume(epoch, seq));

    assertThat(again.next("resumed").path("seq").asLong()).isEqualTo(seq);
    assertThat(again.next("alert").at("/alert/state").asText()).isEqualTo("firing");
    assertThat(again.next("alert").at("/alert/state").asText()).isEqualTo("resolved");
    Set<Long> ends = new TreeSet<>();
    while (!ends.contains(3000L)) {
      for (JsonNode event : again.next("events").path("events")) {
        if (event.path("kind").asText().equals("window")) {
          ends.add(event.at("/point/window/endMs").asLong());
        }
      }
    }
    assertThat(ends).containsExactly(2000L, 3000L);
  }

  @Test
  void shouldSendASnapshotWithTheAlertsWhenAnotherGatewayCounted() throws Exception {
    feed.push(Sample.started(LEG, now()));
    feed.push(Sample.alert(LEG, now(), "resolved"));
    TestClient client = TestClient.connect(port).send(resume("elsewhere", 7));

    JsonNode snapshot = client.next("snapshot");

    assertThat(snapshot.at("/calls/0/callId").asText()).isEqualTo("c1");
    assertThat(snapshot.at("/alerts/0/state").asText()).isEqualTo("resolved");
  }

  @Test
  void shouldMissNoAlertWhenOneOfTwoGatewaysDies() throws Exception {
    ManualFeed otherFeed = new ManualFeed();
    try (GatewayService other =
        new GatewayService(GatewayOptions.loopback(0), otherFeed, Clock.systemUTC())) {
      int otherPort = other.start();
      Set<String> seen = new TreeSet<>();
      TestClient client = TestClient.connect(port).send(ALL);
      client.next("snapshot");
      for (int i = 0; i < 200; i++) {
        var alert = Sample.alert(LEG, now(), "firing", i);
        otherFeed.push(alert);
        if (i < 100) {
          feed.push(alert);
          seen.add(client.next("alert").at("/alert/alertId").asText());
        } else if (i == 100) {
          service.close();
        }
      }
      TestClient moved = TestClient.connect(otherPort).send(ALL);
      moved.next("snapshot").path("alerts").forEach(a -> seen.add(a.path("alertId").asText()));
      otherFeed.push(Sample.alert(LEG, now(), "firing", 200));
      seen.add(moved.next("alert").at("/alert/alertId").asText());

      assertThat(seen).hasSize(201);
    }
  }

  @Test
  void shouldTellNothingMoreOfAnErasedCallToWhoComesBack() throws Exception {
    LegKey other = Sample.leg("c2", "customer");
    feed.push(Sample.started(LEG, now()), Sample.started(other, now()));
    TestClient client = TestClient.connect(port);
    String epoch = client.next("hello").path("epoch").asText();
    client.send(ALL);
    long seq = client.next("snapshot").path("seq").asLong();
    window(1000);
    feed.push(Sample.alert(LEG, now(), "firing"));
    client.next("alert");
    client.abort();

    feed.push(new Update.Erased("c1", now()));
    feed.push(Sample.scored(other, now(), 1000, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
    TestClient again = TestClient.connect(port).send(resume(epoch, seq));
    again.next("resumed");

    List<String> told = new ArrayList<>();
    while (!told.contains("c2 window")) {
      JsonNode message = again.nextOf("alert", "events");
      assertThat(message.path("type").asText()).isEqualTo("events");
      message
          .path("events")
          .forEach(e -> told.add(e.path("callId").asText() + " " + e.path("kind").asText()));
    }
    assertThat(told).filteredOn(event -> event.startsWith("c1")).containsExactly("c1 gone");
  }

  @Test
  void shouldSendOnlyWhatTheSubscriptionAsksFor() throws Exception {
    TestClient client =
        TestClient.connect(port)
            .send("{\"type\":\"subscribe\",\"queues\":[\"billing\"],\"kinds\":[\"alert\"]}");
    client.next("snapshot");
    feed.push(Sample.started(LEG, now()));
    window(1000);
    feed.push(Sample.alert(LEG, now(), "firing"));

    assertThat(client.nextOf("events", "alert").path("type").asText()).isEqualTo("alert");
  }

  private void window(long endMs) {
    feed.push(Sample.scored(LEG, now(), endMs, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f));
  }

  private static String resume(String epoch, long seq) {
    return "{\"type\":\"subscribe\",\"calls\":[\"*\"],\"resume\":{\"epoch\":\"%s\",\"seq\":%d}}"
        .formatted(epoch, seq);
  }

  private static long now() {
    return System.currentTimeMillis();
  }
}
