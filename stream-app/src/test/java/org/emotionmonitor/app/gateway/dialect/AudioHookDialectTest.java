package org.emotionmonitor.app.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.emotionmonitor.app.ingest.live.IngestException;
import org.emotionmonitor.core.domain.Role;
import org.junit.jupiter.api.Test;

class AudioHookDialectTest {
  private static final String OFFERS =
      """
      [{"type":"audio","format":"PCMU","channels":["external"],"rate":8000},
       {"type":"audio","format":"PCMU","channels":["external","internal"],"rate":8000},
       {"type":"audio","format":"L16","channels":["external","internal"],"rate":8000}]\
      """;

  private final FakePeer peer = new FakePeer();
  private final AudioHookDialect dialect = new AudioHookDialect(peer, Clock.systemUTC());
  private long seq;

  @Test
  void shouldSplitTheChannelsIntoTheLegsOfCustomerAndAgent() throws Exception {
    open("c1", OFFERS);

    assertThat(peer.last().path("type").asText()).isEqualTo("opened");
    assertThat(peer.last().path("seq").asInt()).isEqualTo(1);
    assertThat(peer.last().path("clientseq").asInt()).isEqualTo(1);
    assertThat(peer.last().at("/parameters/media")).hasSize(1);
    assertThat(peer.last().at("/parameters/media/0/channels")).hasSize(2);

    byte[] stereo = new byte[1600];
    for (int i = 0; i < stereo.length; i++) {
      stereo[i] = (byte) (1 + i % 2);
    }
    dialect.binary(stereo);
    say("close", "{\"reason\":\"end\"}");

    peer.await(6);
    assertThat(peer.start("c1/customer").role()).isEqualTo(Role.CUSTOMER);
    assertThat(peer.start("c1/customer").language()).isEqualTo("en-US");
    assertThat(peer.start("c1/agent").role()).isEqualTo(Role.AGENT);
    assertThat(peer.audio("c1/customer")).hasSize(800).containsOnly(1);
    assertThat(peer.audio("c1/agent")).hasSize(800).containsOnly(2);
    assertThat(peer.spentMs).isEqualTo(100);
    assertThat(peer.last().path("type").asText()).isEqualTo("closed");
    assertThat(peer.last().path("clientseq").asInt()).isEqualTo(2);
  }

  @Test
  void shouldAnswerPingsAndTakePauseResumeAndDiscarded() throws Exception {
    open("c1", OFFERS);
    say("ping", "{}");
    assertThat(peer.last().path("type").asText()).isEqualTo("pong");
    dialect.binary(new byte[1600]);
    say("paused", "{}");
    dialect.binary(new byte[1600]);
    say("resumed", "{}");
    say("discarded", "{\"start\":\"PT0.1S\",\"discarded\":\"PT0.25S\"}");
    say("update", "{\"language\":\"en-GB\"}");
    assertThat(peer.last().path("type").asText()).isEqualTo("updated");
    dialect.binary(new byte[800]);
    say("close", "{\"reason\":\"end\"}");

    peer.await(12);
    assertThat(peer.types("c1/customer"))
        .containsExactly("start", "media", "pause", "resume", "media", "stop");
    // 100 ms, 200 ms left out, then 50 ms of silence and 50 ms of audio in one chunk.
    assertThat(peer.audio("c1/customer")).hasSize(1600);
  }

  @Test
  void shouldOpenAProbeWithoutMedia() throws Exception {
    open("00000000-0000-0000-0000-000000000000", OFFERS);

    assertThat(peer.last().path("type").asText()).isEqualTo("opened");
    assertThat(peer.last().at("/parameters/media")).isEmpty();
    assertThat(peer.expectsNothing).isTrue();
    say("close", "{\"reason\":\"end\"}");
    assertThat(peer.last().path("type").asText()).isEqualTo("closed");
    assertThat(peer.kafka.history()).isEmpty();
  }

  @Test
  void shouldDisconnectWithTheReasonWhenTheProtocolIsBroken() throws Exception {
    assertThatThrownBy(() -> say("ping", "{}")).isInstanceOf(IngestException.class);
    AudioHookDialect other = new AudioHookDialect(peer, Clock.systemUTC());
    assertThatThrownBy(() -> other.text("{\"version\":\"1\"}")).isInstanceOf(IngestException.class);
    seq = 0;
    AudioHookDialect l16 = new AudioHookDialect(peer, Clock.systemUTC());
    assertThatThrownBy(
            () ->
                l16.text(
                    message(
                        "open",
                        "{\"conversationId\":\"c\",\"media\":[{\"format\":\"L16\",\"channels\":[\"external\"]}]}")))
        .isInstanceOfSatisfying(
            IngestException.class,
            e -> assertThat(l16.error(e)).contains("disconnect").contains("PCMU"));
  }

  @Test
  void shouldRefuseAMessageThatIsOutOfSequence() throws Exception {
    open("c1", OFFERS);
    seq = 5;

    assertThatThrownBy(() -> say("ping", "{}"))
        .isInstanceOf(IngestException.class)
        .hasMessageContaining("seq is 6, not 2");
  }

  private void open(String conversation, String media) throws IngestException {
    say(
        "open",
        """
        {"organizationId":"o","conversationId":"%s","language":"en-US","participant":{"id":"p",
        "ani":"+1","aniName":"n","dnis":"+2"},"media":%s,"customConfig":{}}\
        """
            .formatted(conversation, media));
  }

  private void say(String type, String parameters) throws IngestException {
    dialect.text(message(type, parameters));
  }

  private String message(String type, String parameters) {
    return """
    {"version":"2","id":"s1","type":"%s","seq":%d,"serverseq":0,"position":"PT0S",
    "parameters":%s}\
    """
        .formatted(type, ++seq, parameters);
  }
}
