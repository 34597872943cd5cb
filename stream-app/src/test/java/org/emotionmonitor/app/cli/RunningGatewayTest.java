package org.emotionmonitor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningGatewayTest {
  @Test
  void shouldTellTheAddressThatABrowserOpens() {
    assertThat(new RunningGateway(null, false, "127.0.0.1", 8080).url())
        .isEqualTo("http://127.0.0.1:8080/");
    assertThat(new RunningGateway(null, true, "::1", 8443).url()).isEqualTo("https://[::1]:8443/");
  }
}
