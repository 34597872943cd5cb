package org.emotionmonitor.app.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetsTest {

  private static final TopicPartition P = new TopicPartition("t", 0);

  @Test
  void shouldNotPassADeliveryThatHasNotEnded() {
    Offsets offsets = new Offsets();
    offsets.begin(P, 5);
    offsets.begin(P, 6);
    offsets.begin(P, 9);
    offsets.end(P, 6);
    offsets.end(P, 9);
    assertThat(offsets.ready()).isEqualTo(Map.of(P, new OffsetAndMetadata(5)));
    offsets.end(P, 5);
    assertThat(offsets.ready()).isEqualTo(Map.of(P, new OffsetAndMetadata(10)));
    assertThat(offsets.ready()).isEmpty();
    assertThat(offsets.open()).isZero();
  }

  @Test
  void shouldForgetAPartitionThatIsAnothers() {
    Offsets offsets = new Offsets();
    offsets.begin(P, 1);
    offsets.forget(P);
    offsets.end(P, 1);
    assertThat(offsets.open()).isZero();
    assertThat(offsets.ready()).isEmpty();
  }

  @Test
  void shouldWaitTwiceAsLongEachTimeUpToALimitWithAHalfOfItRandom() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), new Random(1));
    for (int i = 0; i < 200; i++) {
      assertThat(backoff.ms(1)).isBetween(50L, 100L);
      assertThat(backoff.ms(4)).isBetween(400L, 800L);
      assertThat(backoff.ms(60)).isBetween(2_500L, 5_000L);
    }
  }

  @Test
  void shouldSignAsStandardWebhooksDoes() {
    // The example of the specification's reference implementations.
    Signature signature = new Signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    String body = "{\"test\": 2432232314}";
    assertThat(
            signature.of(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }
}
