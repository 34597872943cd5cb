package org.emotionmonitor.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.emotionmonitor.app.domain.Decision;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

  @TempDir Path folder;

  @Test
  void shouldLoadTheDefaults() {
    Config config = Config.defaults();

    assertThat(config.bootstrapServers()).isEqualTo("localhost:9092");
    assertThat(config.topicNames().audio()).isEqualTo("calls.audio");
    assertThat(config.stream().timing().hopSeconds()).isEqualTo(1.0);
    assertThat(config.stream().timing().idleEnd()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.scoring().model()).isNull();
    assertThat(config.policy().roles())
        .containsEntry(Role.CUSTOMER, Decision.ANALYSE)
        .containsEntry(Role.AGENT, Decision.DROP)
        .containsEntry(Role.UNKNOWN, Decision.DROP);
    assertThat(config.gateway().host()).isEqualTo("127.0.0.1");
  }

  @Test
  void shouldOverrideByFileThenEnvironmentThenSet() throws IOException {
    Path first = write("first.yaml", "gateway: {port: 1001, host: 0.0.0.0, batchMs: 50}\n");
    Path second = write("second.yaml", "gateway.port: 1002\nkafka: {security.protocol: SSL}\n");

    Config config =
        Config.load(
            List.of(first, second),
            Map.of("EMOTION_MONITOR_GATEWAY_PORT", "1003", "PATH", "/bin"),
            List.of("gateway.port=1004"));

    assertThat(config.gateway().port()).isEqualTo(1004);
    assertThat(config.gateway().host()).isEqualTo("0.0.0.0");
    assertThat(config.gateway().batch()).isEqualTo(Duration.ofMillis(50));
    assertThat(config.kafka())
        .containsEntry("security.protocol", "SSL")
        .containsEntry("bootstrap.servers", "localhost:9092");
  }

  @Test
  void shouldReadVariablesWithAndWithoutSeparatorsInWords() {
    Map<String, String> env =
        Map.of(
            "EMOTION_MONITOR_STREAM_HOP_SECONDS", "0.5",
            "EMOTION_MONITOR_STREAM_IDLEENDSECONDS", "10",
            "EMOTION_MONITOR_KAFKA_BOOTSTRAP_SERVERS", "broker:1");

    Config config = Config.load(List.of(), env, List.of());

    assertThat(config.stream().timing().hopSeconds()).isEqualTo(0.5);
    assertThat(config.stream().timing().idleEnd()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.bootstrapServers()).isEqualTo("broker:1");
  }

  @Test
  void shouldIgnoreVariablesThatKubernetesAndTheLauncherSet() {
    Map<String, String> env =
        Map.of(
            "EMOTION_MONITOR_GATEWAY_PORT", "tcp://10.0.0.1:8080",
            "EMOTION_MONITOR_GATEWAY_PORT_8080_TCP_ADDR", "10.0.0.1",
            "EMOTION_MONITOR_SERVICE_HOST", "10.0.0.1",
            "EMOTION_MONITOR_SERVICE_PORT_HTTP", "8080",
            "EMOTION_MONITOR_JAVA_OPTS", "-Xmx1g");

    assertThat(Config.load(List.of(), env, List.of())).isEqualTo(Config.defaults());
  }

  @Test
  void shouldNameTheNearestKeyWhenAKeyIsUnknown() {
    assertThatThrownBy(() -> set("gateway.prot=1"))
        .isInstanceOf(ConfigException.class)
        .hasMessage("unknown key gateway.prot (from --set); did you mean gateway.port?");
    assertThatThrownBy(
            () -> Config.load(List.of(), Map.of("EMOTION_MONITOR_GATWAY_PORT", "1"), List.of()))
        .hasMessageContaining("EMOTION_MONITOR_GATWAY_PORT")
        .hasMessageContaining("did you mean gateway.port?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gateway.port=70000 | gateway.port = \"70000\": must be a whole number from 0 to 65535",
        "gateway.port=http | gateway.port = \"http\": must be a whole number from 0 to 65535",
        "stream.hopSeconds=0.1 | stream.hopSeconds = \"0.1\": must be a number from 0.25 to 5.0",
        "stream.hopSeconds=NaN | stream.hopSeconds = \"NaN\": must be a number from 0.25 to 5.0",
        "policy.roles.agent=maybe | policy.roles.agent = \"maybe\": must be one of analyse, drop",
        "management.enabled=yes | management.enabled = \"yes\": must be true or false",
        "gateway.host= | gateway.host = \"\": must be a text that is not empty",
        "topics.prefix=a b | topics.prefix = \"a b\": must be 0 to 100 letters, digits,"
            + " \".\", \"_\", \"-\"",
        "gateway | --set gateway: must be key=value",
      })
  void shouldNameKeyValueAndBoundsWhenAValueIsBad(String set, String message) {
    assertThatThrownBy(() -> set(set)).isInstanceOf(ConfigException.class).hasMessage(message);
  }

  @Test
  void shouldNameTheFileWhenItCannotBeRead() throws IOException {
    Path missing = folder.resolve("missing.yaml");
    Path broken = write("broken.yaml", "gateway: [1,\n");
    Path scalar = write("scalar.yaml", "just text\n");

    assertThatThrownBy(() -> Config.load(List.of(missing), Map.of(), List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(missing.toString());
    assertThatThrownBy(() -> Config.load(List.of(broken), Map.of(), List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(broken.toString());
    assertThatThrownBy(() -> Config.load(List.of(scalar), Map.of(), List.of()))
        .isInstanceOf(ConfigException.class);
  }

  @Test
  void shouldTakeAnEmptyFileForNoOverride() throws IOException {
    Path empty = write("empty.yaml", "# nothing\n");

    assertThat(Config.load(List.of(empty), Map.of(), List.of())).isEqualTo(Config.defaults());
  }

  @Test
  void shouldRefuseBytesWhereAGpuIsToRunTheModel() {
    assertThatThrownBy(
            () ->
                Config.load(
                    List.of(),
                    Map.of(),
                    List.of("scoring.precision=int8", "scoring.provider=cuda")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("scoring.precision")
        .hasMessageContaining("auto or fp32 where a GPU is to run the model");
  }

  private static Config set(String set) {
    return Config.load(List.of(), Map.of(), List.of(set));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
