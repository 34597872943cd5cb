package org.emotionmonitor.app.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.emotionmonitor.app.gateway.ManualClock;
import org.emotionmonitor.app.gateway.Sample;
import org.emotionmonitor.app.gateway.board.BoardLimits;
import org.emotionmonitor.app.gateway.board.BoardListener;
import org.emotionmonitor.app.gateway.board.Call;
import org.emotionmonitor.app.gateway.board.CallBoard;
import org.emotionmonitor.app.gateway.board.Leg;
import org.emotionmonitor.app.gateway.board.Point;
import org.emotionmonitor.app.ingest.live.IngestException;
import org.emotionmonitor.core.audio.Encoding;
import org.emotionmonitor.core.domain.LegKey;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;

class VoskDialectTest {
  private final FakePeer peer = new FakePeer();
  private final VoskDialect dialect = new VoskDialect(peer, Clock.systemUTC());

  @Test
  void shouldAnswerEachBinaryMessageWithOneMessage() throws Exception {
    dialect.text(
        "{ \"config\" : { \"sample_rate\" : 16000, \"role\":\"customer\", \"call_id\":\"c1\" } }");
    assertThat(peer.sent).isEmpty();
    for (int i = 0; i < 4; i++) {
      dialect.binary(new byte[8000]);
      assertThat(peer.sent).hasSize(i + 1);
      assertThat(peer.last().path("partial").isTextual()).isTrue();
    }

    peer.await(11);
    assertThat(peer.start("c1/customer").encoding()).isEqualTo(Encoding.S16LE);
    assertThat(peer.start("c1/customer").sampleRate()).isEqualTo(16_000);
    assertThat(peer.audio("c1/customer")).hasSize(32_000);
    assertThat(peer.spentMs).isEqualTo(1000);
  }

  @Test
  void shouldTakeAudioWithoutAConfigurationAsTheVoskServerDoes() throws Exception {
    peer.query.put("role", "customer");
    peer.query.put("call_id", "c2");
    dialect.binary(new byte[1600]);

    peer.await(2);
    assertThat(peer.start("c2/customer").sampleRate()).isEqualTo(8_000);
    assertThat(peer.start("c2/customer").role()).isEqualTo(Role.CUSTOMER);
  }

  @Test
  void shouldSendTheEstimatesAndTheRestOfThemAfterTheEnd() throws Exception {
    dialect.text("{\"config\":{\"sample_rate\":8000,\"role\":\"customer\",\"call_id\":\"c1\"}}");
    estimate(6000);
    dialect.binary(new byte[1600]);
    assertThat(peer.last().at("/windows/0/emotion/label").asText()).isEqualTo("sad");

    dialect.text("{\"eof\" : 1}");
    estimate(7000);
    assertThat(peer.last().has("text")).isFalse();
    peer.later.run();

    assertThat(peer.last().path("text").isTextual()).isTrue();
    assertThat(peer.last().at("/windows/0/window/endMs").asLong()).isEqualTo(7000);
    assertThat(peer.closedWith).isEqualTo(1000);
  }

  @Test
  void shouldRefuseWhatIsNotOfTheProtocol() throws Exception {
    assertThatThrownBy(() -> dialect.text("{\"x\":1}")).isInstanceOf(IngestException.class);
    assertThatThrownBy(() -> dialect.text("{\"config\":{\"sample_rate\":1}}"))
        .isInstanceOf(IngestException.class)
        .hasMessageContaining("sampleRate 1");
  }

  private void estimate(long endMs) {
    LegKey key = Sample.leg("c1", "customer");
    CallBoard board = new CallBoard(BoardLimits.defaults(), new ManualClock());
    board.listen(
        new BoardListener() {
          @Override
          public void legChanged(Leg leg) {}

          @Override
          public void pointChanged(Leg leg, Point point) {
            if (point.volume() != null) {
              dialect.result(leg, point);
            }
          }

          @Override
          public void callGone(Call call) {}
        });
    Sample.scored(key, new ManualClock().millis(), endMs, 0.1f, 0.1f, 0.1f, 0.6f, 0.1f)
        .forEach(board::apply);
  }
}
