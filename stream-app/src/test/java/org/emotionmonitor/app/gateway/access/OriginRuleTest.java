package org.emotionmonitor.app.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginRuleTest {
  private final OriginRule rule = new OriginRule(Set.of("https://wall.example.com"), true, false);

  @Test
  void shouldAllowTheGatewaysOwnPage() {
    assertThat(rule.allowsOrigin("http://localhost:8080", "localhost:8080")).isTrue();
  }

  @Test
  void shouldAllowProgramsThatSendNoOrigin() {
    assertThat(rule.allowsOrigin(null, "localhost:8080")).isTrue();
  }

  @Test
  void shouldTakeAPageWithoutTlsForAForeignOneWhenTheGatewayHasIt() {
    OriginRule tls = new OriginRule(Set.of(), false, true);

    assertThat(tls.allowsOrigin("https://wall.example.com", "wall.example.com")).isTrue();
    assertThat(tls.allowsOrigin("http://wall.example.com", "wall.example.com")).isFalse();
  }

  @Test
  void shouldAllowAListedOrigin() {
    assertThat(rule.allowsOrigin("https://wall.example.com", "localhost:8080")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8081",
        "http://evil.example",
        "https://wall.example.com.evil.example",
        "http://wall.example.com",
        "null",
        "file://localhost:8080",
        "http://local host:8080",
        ""
      })
  void shouldRefuseAnyOtherOrigin(String origin) {
    assertThat(rule.allowsOrigin(origin, "localhost:8080")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8080",
        "127.0.0.1:8080",
        "127.3.2.1",
        "[::1]:80",
        "LOCALHOST"
      })
  void shouldAnswerUnderLoopbackNames(String host) {
    assertThat(rule.allowsHost(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:8080",
        "127.0.0.1.evil.example",
        "10.0.0.1",
        "localhost.evil.example",
        ""
      })
  void shouldNotAnswerUnderAnotherNameWithoutAToken(String host) {
    assertThat(rule.allowsHost(host)).isFalse();
    assertThat(rule.allowsHost(null)).isFalse();
    assertThat(new OriginRule(Set.of(), false, false).allowsHost(host)).isTrue();
  }
}
