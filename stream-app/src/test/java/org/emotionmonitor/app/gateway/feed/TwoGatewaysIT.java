package org.emotionmonitor.app.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.emotionmonitor.app.broker.EmbeddedBroker;
import org.emotionmonitor.app.cli.ProgramProcess;
import org.emotionmonitor.app.config.Config;
import org.emotionmonitor.app.gateway.Rest;
import org.emotionmonitor.app.topology.TopicAdmin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways as processes of their own, on a real broker, under live topics; they are killed. */
@Timeout(300)
class TwoGatewaysIT {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final Pattern PAGE = Pattern.compile("Page at http://127\\.0\\.0\\.1:(\\d+)/");
  private static final int CLIENTS = 6;

  @TempDir Path temp;
  private final List<AutoCloseable> opened = new ArrayList<>();
  private EmbeddedBroker broker;
  private LiveTopics topics;

  @BeforeEach
  void start() {
    broker = opened(EmbeddedBroker.start(null, 0));
    Config config =
        Config.load(
            List.of(),
            Map.of(),
            List.of("kafka.bootstrap.servers=" + broker.bootstrap(), "topics.partitions=4"));
    new TopicAdmin(config).createMissing();
    topics = opened(new LiveTopics(config));
  }

  @AfterEach
  void stop() throws Exception {
    for (int i = opened.size() - 1; i >= 0; i--) {
      opened.get(i).close();
    }
  }

  @Test
  void shouldShowEveryClientEveryAlertOnceWhenGatewaysAreKilled() throws Exception {
    ProgramProcess first = gateway("first", 0);
    ProgramProcess second = gateway("second", 0);
    int firstPort = port(first);
    int secondPort = port(second);
    List<RoamingClient> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      List<Integer> ports = List.of(firstPort, secondPort);
      clients.add(opened(new RoamingClient(i % 2 == 0 ? ports : List.of(secondPort, firstPort))));
    }
    awaitMore(clients);

    // One loses its connection only: the same gateway lets it go on where it was.
    clients.get(0).drop();
    await().atMost(SOON).until(() -> clients.get(0).resumed() == 1);
    awaitMore(clients);

    first.kill();
    awaitMore(clients);
    assertThat(clients.get(0).connections()).isEqualTo(3);
    assertThat(clients.get(1).connections()).isEqualTo(1);

    ProgramProcess restarted = gateway("restarted", firstPort);
    Set<String> before = topics.alerts().keySet();
    long began = System.nanoTime();
    RoamingClient late = opened(new RoamingClient(List.of(port(restarted))));
    await().atMost(SOON).until(() -> late.alerts().keySet().containsAll(before));
    System.out.printf(
        "a restarted gateway has the %d alerts of before after %.1f s, its JVM's start included%n",
        before.size(), (System.nanoTime() - began) / 1e9);

    second.kill();
    awaitMore(clients);
    topics.stop();

    assertThat(topics.alerts()).hasSizeGreaterThan(100).containsValue("resolved");
    for (RoamingClient client : clients) {
      await().atMost(SOON).until(() -> client.alerts().equals(topics.alerts()));
      await().atMost(SOON).until(() -> client.newestWindows().equals(topics.newestWindows()));
      assertThat(client.toldTwice()).isEmpty();
    }

    // One that knew nothing of what was before shows the same wall as one that was there.
    Rest restartedAgain = Rest.at(port(gateway("third", 0)));
    await().atMost(SOON).until(() -> wall(restartedAgain).equals(wall(Rest.at(firstPort))));
    assertThat(wall(restartedAgain)).hasSizeGreaterThan(100);
  }

  /** All calls and alerts; in what order they were read is another matter. */
  private static Set<JsonNode> wall(Rest gateway) throws Exception {
    Set<JsonNode> all = new HashSet<>();
    gateway.json("/v1/calls").path("calls").forEach(all::add);
    assertThat(all).hasSizeLessThanOrEqualTo(LiveTopics.CALLS);
    for (String after = ""; after != null; ) {
      JsonNode page = gateway.json("/v1/alerts?limit=1000" + after);
      page.path("alerts").forEach(all::add);
      String next = page.path("next").textValue();
      after = next == null ? null : "&after=" + URLEncoder.encode(next, UTF_8);
    }
    return all;
  }

  /** Waits until each client has an alert that is written only now. */
  private void awaitMore(List<RoamingClient> clients) {
    int known = topics.alerts().size();
    await().atMost(SOON).until(() -> clients.stream().allMatch(c -> c.alerts().size() > known));
  }

  private ProgramProcess gateway(String name, int port) throws Exception {
    return opened(
        ProgramProcess.start(
            temp.resolve(name),
            List.of(
                "gateway",
                "--broker",
                broker.bootstrap(),
                "--port",
                Integer.toString(port),
                "--set",
                "gateway.managementPort=0")));
  }

  private static int port(ProgramProcess gateway) {
    return Integer.parseInt(gateway.awaitPrinted(PAGE, SOON));
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    opened.add(closeable);
    return closeable;
  }
}
